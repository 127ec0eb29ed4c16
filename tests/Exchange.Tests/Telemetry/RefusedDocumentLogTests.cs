using System.Diagnostics;
using System.Diagnostics.Metrics;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Telemetry;
using CollectiveImpact.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Exchange.Tests.Telemetry;

/// <summary>What the log says of a refused document.</summary>
public sealed class RefusedDocumentLogTests : ILogger
{
    private readonly List<string> _lines = [];

    [Fact]
    public void a_refused_document_is_one_line_and_a_kind_that_is_not_known_is_not_quoted()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var source = new ActivitySource("none");
        var link = new LinkTelemetry("7f", new ExchangeMetrics(services.GetRequiredService<IMeterFactory>()), source, this);
        var outcome = new BatchOutcome();
        outcome.Refuse(Document("report", null), RefusalClass.Hosting);
        outcome.Refuse(Document("MARY SMITH", null), RefusalClass.Kind);
        outcome.Refuse(Document("MARY SMITH", RefusalClass.Signature.Because("it is another's")), RefusalClass.Signature);
        link.Took(new NodeId("peer"), outcome);
        Assert.Equal(
            [
                "Information 40: A document of link 7f was refused: kind report, reason hosting",
                "Information 40: A document of link 7f was refused: kind unknown, reason kind",
                "Information 40: A document of link 7f was refused: kind unknown, reason signature",
            ],
            _lines);
    }

    private static ReceivedDocument Document(string kind, RefusalReason? fault) =>
        new(new StoredDocument(0, default, new Document { Kind = kind }, [], null, null, default), new WriterKey("", [], []), fault);

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Add($"{logLevel} {eventId.Id}: {formatter(state, exception)}");
}
