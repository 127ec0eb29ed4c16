using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Backbone.Tests.Logging;

/// <summary>Every line that a node logs.</summary>
internal sealed class RecordedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<Line> _lines = new();

    public IReadOnlyCollection<Line> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Recorder(_lines);

    public void Dispose()
    {
    }

    /// <summary>One line, with all that a file of logs would hold of it.</summary>
    public sealed record Line(int Event, LogLevel Level, string Text);

    private sealed class Recorder(ConcurrentQueue<Line> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(new Line(eventId.Id, logLevel, $"{formatter(state, exception)} {exception}"));
    }
}
