using CollectiveImpact.NestFolder;
using CollectiveImpact.NestFolder.Requests;
using CollectiveImpact.NestLoading.Progress;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.NestLoading;

/// <summary>Loads a folder into the nest through its public interface.</summary>
public sealed class Loader(NestConnection nest, Folder folder, Patience patience, IStageProgress progress)
{
    private const int CallsAtOnce = 32;
    private const int ImportsAtOnce = 4;
    private const int ItemsInImport = 2_000;
    private static readonly TimeSpan CallDeadline = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ImportDeadline = TimeSpan.FromSeconds(60);

    private readonly FolderRequests requests = new(folder);
    private readonly UnlessItStands unlessItStands = new(nest);

    /// <summary>Initiatives with their alignments, then who holds which function, then indicators.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        progress.Begin(LoadStages.Initiatives, folder.Initiatives.Rows.Count);
        foreach (var level in requests.Registrations())
        {
            await AllAsync(level, CallsAtOnce, cancellationToken, async (request, token) =>
            {
                await patience.CallAsync(
                    $"Registering {request.Initiative}", CallDeadline,
                    options => unlessItStands.RegisterAsync(request, options), token);
                progress.Advance(LoadStages.Initiatives, 1);
            });
        }
        await AllAsync(requests.Declarations(), CallsAtOnce, cancellationToken, DeclareAsync);
        await AllAsync(requests.Definitions(), CallsAtOnce, cancellationToken, async (request, token) => await patience.CallAsync(
            $"Defining {request.Indicator.Indicator_}", CallDeadline,
            options => unlessItStands.DefineAsync(request, options), token));
    }

    /// <summary>The reports and published figures, in batches of which each is stored whole.</summary>
    public async Task ImportAsync(CancellationToken cancellationToken)
    {
        var holders = await new Holders(nest, patience, folder).FindAsync(cancellationToken);
        progress.Begin(LoadStages.Observations, folder.ObservationCount);
        var batches = requests.Imports()
            .GroupBy(item => holders[Initiative(item)])
            .SelectMany(node => node.Chunk(ItemsInImport));
        await AllAsync(batches, ImportsAtOnce, cancellationToken, async (batch, token) =>
        {
            await patience.CallAsync(
                $"Importing {batch.Length:N0} reports", ImportDeadline, options => ImportAsync(batch, options), token);
            progress.Advance(LoadStages.Observations, batch.Sum(item => item.Report?.Observations.Count ?? 0));
        });
    }

    /// <summary>What else the folder says, one call after the other: each builds on those before.</summary>
    /// <param name="journal">Which of them an earlier load has made.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task CallAsync(ICallJournal journal, CancellationToken cancellationToken)
    {
        if (folder.Calls.Count == 0)
            return;
        progress.Begin(LoadStages.Calls, folder.Calls.Count);
        foreach (var call in folder.Calls)
        {
            if (!journal.WasMade(call))
            {
                await patience.CallAsync(
                    $"Calling {call.Name} (line {call.Row} of calls.json)", CallDeadline, options => unlessItStands.CallAsync(call, options), cancellationToken);
                journal.Note(call);
            }
            progress.Advance(LoadStages.Calls, 1);
        }
    }

    private async ValueTask DeclareAsync(DeclareRequest request, CancellationToken cancellationToken)
    {
        var what = $"{request.Function} of {request.Initiative}";
        var state = await patience.CallAsync(
            $"Declaring {what}", CallDeadline, options => unlessItStands.DeclareAsync(request, options), cancellationToken);
        // Loaded before: it stands, and nobody need be asked again.
        var asked = state.Proposed.Where(proposal => proposal.By == request.Initiative).ToArray();
        foreach (var response in FolderRequests.Responses(request).Where(response => asked.Any(proposal => !proposal.Accepted.Contains(response.Responder))))
        {
            await patience.CallAsync(
                $"Accepting {what} for {response.Responder}", CallDeadline,
                options => nest.Charter.RespondAsync(response, options).ResponseAsync, cancellationToken);
        }
    }

    private async Task<ImportResponse> ImportAsync(ImportRequest[] batch, CallOptions options)
    {
        using var call = nest.Measurement.Import(options);
        // Several items in a packet: only the end of the stream is waited for.
        call.RequestStream.WriteOptions = new(WriteFlags.BufferHint);
        try
        {
            for (var i = 0; i < batch.Length; i++)
                await call.RequestStream.WriteAsync(i > 0 ? batch[i] : new(batch[i]) { Initiative = Initiative(batch[i]) });
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // The node has answered before it had all of it: the answer tells why.
            return await call.ResponseAsync;
        }
        return await call.ResponseAsync;
    }

    private static string Initiative(ImportRequest item) => item.Report?.Initiative ?? item.Published.Initiative;

    private static Task AllAsync<T>(
        IEnumerable<T> items, int atOnce, CancellationToken cancellationToken, Func<T, CancellationToken, ValueTask> body) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken }, body);
}
