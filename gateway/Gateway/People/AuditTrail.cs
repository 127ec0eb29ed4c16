using System.Threading.Channels;
using CollectiveImpact.Console.People;
using CollectiveImpact.Gateway.Routing;
using CollectiveImpact.Hosting.Contract;
using CollectiveImpact.V1;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;

namespace CollectiveImpact.Gateway.People;

/// <summary>Who changed what, for which initiative, and when; not what was said, which the nodes have. Lines are written in the background, in their order.</summary>
internal sealed partial class AuditTrail(IServiceScopeFactory scopes, TimeProvider time, ILogger<AuditTrail> logger) : BackgroundService, IAudit
{
    private const int MostAtOnce = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Channel<ChangeLine> lines = Channel.CreateUnbounded<ChangeLine>(new() { SingleReader = true });

    public void Note(HttpContext? context, ContractMethod method, IMessage request)
    {
        // An import that is only looked at changes nothing.
        if (!method.IsReadOnly && request is not ImportRequest { CheckOnly: true } && context?.Features.Get<Visitor>() is { } visitor)
            Note(visitor.Caller.Person, visitor.Name, method.ReadKey(request).Initiative, $"{method.Service.Split('.')[^1]}/{method.Name}", ChangeSubject.Of(method, request));
    }

    /// <param name="person">Its id; empty for who runs the gateway.</param>
    public void Note(string person, string name, string initiative, string method, string subject = "") => lines.Writer.TryWrite(new ChangeLine
    {
        At = time.GetUtcNow().ToUnixTimeMilliseconds(), PersonId = person, Name = name, Initiative = initiative, Method = method, Subject = subject,
    });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await lines.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var batch = new List<ChangeLine>();
            while (batch.Count < MostAtOnce && lines.Reader.TryRead(out var line))
                batch.Add(line);
            await WriteAsync(batch, stoppingToken);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        lines.Writer.TryComplete();
        if (ExecuteTask is { } writing)
            await writing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    private async Task WriteAsync(List<ChangeLine> batch, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<PeopleDb>();
                db.AddRange(batch.Select(line => new ChangeLine { At = line.At, PersonId = line.PersonId, Name = line.Name, Initiative = line.Initiative, Method = line.Method, Subject = line.Subject }));
                await db.SaveChangesAsync(CancellationToken.None);
                return;
            }
            catch (DbUpdateException failure) when (!stoppingToken.IsCancellationRequested)
            {
                // A full disk: they are kept until there is room.
                Log.NotWritten(logger, failure, batch.Count);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(320, LogLevel.Error, "{Count} lines of the audit trail can't be written; they are tried again")]
        public static partial void NotWritten(ILogger logger, Exception exception, int count);
    }
}
