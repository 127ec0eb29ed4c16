using CollectiveImpact.NestFolder.Calls;
using CollectiveImpact.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.NestLoading;

/// <summary>
/// Says what a folder says. A folder names more than one node may write: what lies above the initiatives of a local backbone
/// is another's. Where a node refuses a write and what would be written stands there already, nothing is left to do.
/// </summary>
internal sealed class UnlessItStands(NestConnection nest)
{
    public Task<Initiative> RegisterAsync(RegisterInitiativeRequest request, CallOptions options) => OrStandingAsync(
        () => nest.Registry.RegisterInitiativeAsync(request, options).ResponseAsync,
        async () =>
        {
            var standing = await nest.Registry.GetInitiativeAsync(new() { Initiative = request.Initiative }, options);
            var parents = standing.Alignments.Select(alignment => alignment.Parent).ToHashSet();
            return standing.Level == request.Level && standing.Name.Equals(request.Name) && request.Alignments.All(each => parents.Contains(each.Parent))
                ? standing
                : null;
        });

    public Task<Indicator> DefineAsync(DefineIndicatorRequest request, CallOptions options) => OrStandingAsync(
        () => nest.Measurement.DefineIndicatorAsync(request, options).ResponseAsync,
        async () =>
        {
            var token = "";
            do
            {
                var page = await nest.Measurement.ListIndicatorsAsync(new() { Initiative = request.Initiative, PageSize = 1000, PageToken = token }, options);
                if (page.Indicators.FirstOrDefault(each => Says(each, request)) is { } standing)
                    return standing;
                token = page.NextPageToken;
            }
            while (token.Length > 0);
            return null;
        });

    public Task<FunctionState> DeclareAsync(DeclareRequest request, CallOptions options) => OrStandingAsync(
        () => nest.Charter.DeclareAsync(request, options).ResponseAsync,
        async () =>
        {
            var map = await nest.Charter.GetFunctionMapAsync(new() { Initiative = request.Initiative }, options);
            return map.Functions.FirstOrDefault(state =>
                state.Function == request.Function && state.Writer == request.Writer && state.Until == request.Until && state.Holders.SequenceEqual(request.Holders));
        });

    /// <summary>
    /// A record that stands at a revision which the folder does not name was written by a load that broke off, or has been
    /// changed since: it is left as it stands. So is what has run its course: a proposal that was answered, a version of an
    /// agenda that a later one replaced.
    /// </summary>
    public async Task<IMessage?> CallAsync(CallRow call, CallOptions options)
    {
        try
        {
            return await nest.CallAsync(call, options);
        }
        catch (RpcException e) when ((e.StatusCode, Field(e)) is (StatusCode.Aborted, "revision") or (StatusCode.FailedPrecondition, "proposal" or "version"))
        {
            return null;
        }
    }

    private static string Field(RpcException exception) =>
        exception.Trailers.GetValueBytes("collectiveimpact-fault-bin") is { } bytes ? Fault.Parser.ParseFrom(bytes).Field : "";

    private static bool Says(Indicator standing, DefineIndicatorRequest request)
    {
        if (standing.Initiative != request.Initiative)
            return false;
        var asked = new Indicator(request.Indicator) { Initiative = standing.Initiative, Revision = standing.Revision };
        // An empty text and none are the same.
        asked.Unit ??= new();
        var known = new Indicator(standing);
        known.Unit ??= new();
        return asked.Equals(known);
    }

    private static async Task<T> OrStandingAsync<T>(Func<Task<T>> write, Func<Task<T?>> read)
        where T : class, IMessage
    {
        try
        {
            return await write();
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.FailedPrecondition)
        {
            T? standing;
            try
            {
                standing = await read();
            }
            catch (RpcException)
            {
                // The refusal is what its caller is to hear.
                standing = null;
            }
            if (standing is null)
                throw;
            return standing;
        }
    }
}
