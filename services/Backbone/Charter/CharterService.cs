using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.Extensions.Hosting;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>Who holds which function: declared, answered, handed over, and shown.</summary>
internal sealed class CharterService(
    DocumentLog log, StandingRules rules, MapBroadcast maps, TimeProvider time, IHostApplicationLifetime lifetime)
    : V1.Charter.CharterBase
{
    /// <summary>The header that tells how far a watcher must have read to see what a call changed.</summary>
    public const string VersionHeader = "collectiveimpact-map-version";

    private const int MapsInMessage = 500;

    public override Task<FunctionState> Declare(DeclareRequest request, ServerCallContext context) => Write(
        context, request.Initiative, request.Function, transaction => Declare(transaction, request));

    public override async Task<FunctionState> Respond(RespondRequest request, ServerCallContext context)
    {
        await rules.Arrival(
            standing => request.Function == Function.Unspecified || !Functions.All.Contains(request.Function)
                || Asked(standing.Charters.Tenures(request.Initiative, request.Function, Today), request.Responder),
            context.CancellationToken);
        var state = await log.WriteAsync(Of(request.Initiative, request.Function, transaction => Respond(transaction, request)), context.CancellationToken);
        if (request.Answer == RespondRequest.Types.Answer.Accept)
        {
            // The word by which it begins may come from another node.
            await rules.Arrival(standing => standing.Charters.Tenures(request.Initiative, request.Function, Today).Accepted is null, context.CancellationToken);
            state = FunctionMaps.State(rules.Published, request.Initiative, request.Function, Today);
        }

        await TellVersion(context, maps);
        return state;
    }

    public override Task<FunctionState> HandOver(HandOverRequest request, ServerCallContext context) => Write(
        context, request.Initiative, request.Function, transaction => HandOver(transaction, request));

    public override Task<FunctionMap> GetFunctionMap(GetFunctionMapRequest request, ServerCallContext context)
    {
        Check.Id("initiative", request.Initiative)?.Throw();
        var standing = rules.Published;
        if (standing.Nest.Find(request.Initiative) is null) CallFault.UnknownInitiative("initiative", request.Initiative).Throw();
        return Task.FromResult(FunctionMaps.Of(standing, request.Initiative, Today));
    }

    public override Task<ListHoldingsResponse> ListHoldings(ListHoldingsRequest request, ServerCallContext context)
    {
        var size = Page<ListHoldingsResponse.Types.Holding>.Size(request.PageSize);
        (Check.Id("initiative", request.Initiative)
            ?? (request.PageToken.Length == 0 ? null : RecordId.ReferenceFault("page_token", request.PageToken)))?.Throw();
        var standing = rules.Published;
        if (standing.Nest.Find(request.Initiative) is null) CallFault.UnknownInitiative("initiative", request.Initiative).Throw();
        var page = Page<ListHoldingsResponse.Types.Holding>.Take(
            Holdings.Of(standing, request.Initiative, request.Asked, request.PageToken, Today), size);
        return Task.FromResult(new ListHoldingsResponse { Holdings = { page.Items }, NextPageToken = page.NextToken });
    }

    public override async Task WatchFunctionMap(
        WatchFunctionMapRequest request, IServerStreamWriter<WatchFunctionMapResponse> responseStream, ServerCallContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        using var subscription = maps.Subscribe();
        var standing = rules.Published;
        if (request.Initiative.Length > 0 && standing.Nest.Find(request.Initiative) is null)
            CallFault.UnknownInitiative("initiative", request.Initiative).Throw();
        await WatchEnd.Quietly(
            async () =>
            {
                await Send(standing.Nest.Ids, subscription.Beginning, complete: true);
                while (true)
                {
                    var (changed, version) = await subscription.NextAsync(ending.Token);
                    standing = rules.Published;
                    await Send(changed, version, complete: false);
                }
            },
            ending.Token,
            context.CancellationToken);

        async Task Send(IEnumerable<string> initiatives, long version, bool complete)
        {
            var chosen = request.Initiative.Length == 0 ? initiatives : initiatives.Where(initiative => initiative == request.Initiative);
            // The last message of a turn carries the version: whoever has read it has read all of them.
            foreach (var chunk in chosen.Chunk(MapsInMessage).DefaultIfEmpty([]))
                await responseStream.WriteAsync(
                    new WatchFunctionMapResponse
                    {
                        Node = standing.Node.Fingerprint,
                        Level = rules.Level,
                        Maps = { chunk.Select(initiative => FunctionMaps.Of(standing, initiative, Today)) },
                    },
                    ending.Token);
            await responseStream.WriteAsync(
                new WatchFunctionMapResponse { Node = standing.Node.Fingerprint, Level = rules.Level, Complete = complete, Version = version },
                ending.Token);
        }
    }

    private DateOnly Today => time.Today();

    private async Task<FunctionState> Write(
        ServerCallContext context, string initiative, Function function, Action<LogTransaction> write)
    {
        var state = await log.WriteAsync(Of(initiative, function, write), context.CancellationToken);
        await TellVersion(context, maps);
        return state;
    }

    private Func<LogTransaction, FunctionState> Of(string initiative, Function function, Action<LogTransaction> write)
    {
        (Check.Id("initiative", initiative) ?? Check.Known("function", function))?.Throw();
        return transaction =>
        {
            write(transaction);
            return FunctionMaps.State(rules.Working, initiative, function, Today);
        };
    }

    /// <summary>Sends the header by which a watcher knows when it has seen what this call did.</summary>
    public static Task TellVersion(ServerCallContext context, MapBroadcast maps) => context.WriteResponseHeadersAsync(
        new Metadata { { VersionHeader, maps.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) } });

    private void Declare(LogTransaction transaction, DeclareRequest request)
    {
        var standing = rules.Working;
        Hosted(standing, "initiative", request.Initiative);
        var tenure = new TenureRecord
        {
            Holders = { request.Holders },
            Writer = request.Writer.Length == 0 ? request.Holders.FirstOrDefault("") : request.Writer,
            Reason = request.Reason,
            From = request.From,
            Until = request.Until,
        };
        Propose(transaction, standing, request.Initiative, request.Initiative, request.Function, tenure, "holders");
    }

    private void HandOver(LogTransaction transaction, HandOverRequest request)
    {
        var standing = rules.Working;
        FunctionHolding.MayWrite(standing, request.Initiative, request.Function, request.By, Today, out _)?.Throw();
        var holder = standing.Charters.Tenures(request.Initiative, request.Function, Today).Current!;
        if (request.To.SequenceEqual(holder.Holders) && (request.Writer.Length == 0 || request.Writer == holder.Writer))
            CallFault.Invalid("to", $"{string.Join(", ", request.To)} holds it already; name another").Throw();
        var tenure = new TenureRecord
        {
            Holders = { request.To },
            Writer = request.Writer.Length == 0 ? request.To.FirstOrDefault("") : request.Writer,
            Reason = request.Reason,
            Until = request.Until,
        };
        ProposalKind.Fault(standing, request.Initiative, tenure, "to")?.Throw();
        if (holder.Until is { } last && tenure.Writer != request.Initiative)
        {
            if (tenure.Until.Length == 0) tenure.Until = last.Written();
            else if (UtcDay.Read(tenure.Until) > last)
                CallFault.Invalid("until", $"is after {last.Written()}, the last day of {holder.Writer}'s own term; leave it empty, or have {request.Initiative} declare it (Charter.Declare)").Throw();
            if (!standing.Charters.Tenures(request.Initiative, request.Function, Today).MayYieldTo(tenure.Writer))
                CallFault.Precondition("to", $"it was handed over as often as one term allows; have {request.Initiative} declare who holds it (Charter.Declare)").Throw();
        }

        Propose(transaction, standing, holder.Writer, request.Initiative, request.Function, tenure, "to");
    }

    private void Propose(
        LogTransaction transaction, NodeStanding standing, string proposer, string initiative, Function function, TenureRecord tenure, string field)
    {
        ProposalKind.Fault(standing, initiative, tenure, field)?.Throw();
        var tenures = standing.Charters.Tenures(initiative, function, Today);
        tenure.NeedsWord = tenures.NeedsWord(proposer, tenure.Writer);
        // Said again: it stands, or waits, already.
        if (!tenures.IsOver && tenures.Current is { } current && current.Proposer == proposer && Says(tenures, current, tenure)) return;
        transaction.Write(ProposalKind.Key(proposer, new CharterKey(initiative, function, tenures.NextEpoch)), 0, tenure);
    }

    /// <summary>Whether a tenure is what was proposed; in whole, or as much of it as the term allowed in which it began.</summary>
    private static bool Says(Tenures tenures, Proposal current, TenureRecord said)
    {
        said = said.Clone();
        said.NeedsWord = current.NeedsWord;
        return current.Tenure.Equals(said)
            || (tenures.Record.Proposals.GetValueOrDefault((current.Epoch, current.Proposer)) is { } proposal && proposal.Writer == current.Writer && proposal.Tenure.Equals(said));
    }

    private void Respond(LogTransaction transaction, RespondRequest request)
    {
        (Check.Id("responder", request.Responder)
            ?? Check.Known("answer", request.Answer)
            ?? Check.Text("reason", request.Reason))?.Throw();
        var accepted = request.Answer == RespondRequest.Types.Answer.Accept;
        if (!accepted && request.Reason is null or { En: "", Fr: "" }) CallFault.Invalid("reason", "is missing; say why it is declined").Throw();
        var standing = rules.Working;
        if (standing.Nest.Find(request.Initiative) is null) CallFault.UnknownInitiative("initiative", request.Initiative).Throw();
        Hosted(standing, "responder", request.Responder);
        var tenures = standing.Charters.Tenures(request.Initiative, request.Function, Today);
        if (tenures.Waiting.FirstOrDefault(waiting => waiting.Holders.Contains(request.Responder)) is not { } proposal)
        {
            // What it would accept, it holds: nothing is left to do.
            if (accepted && tenures.Current is { } current && current.Holders.Contains(request.Responder)) return;
            CallFault.Precondition(
                "responder",
                $"nobody proposes that {request.Responder} hold {Functions.Words(request.Function)} for {request.Initiative}; it is declared first (Charter.Declare)").Throw();
            return;
        }

        if (!accepted && !Tenures.IsAsked(request.Initiative, proposal, request.Responder))
            CallFault.Precondition(
                "answer",
                $"{request.Responder} is not asked: a tenure needs the word of neither the initiative nor of who proposes it; declare or propose something else instead").Throw();
        if (!accepted && tenures.HasAccepted(proposal, request.Responder))
            CallFault.Precondition(
                "answer",
                $"{request.Responder} has accepted it, and others may have begun by that; ask {proposal.Proposer} to propose something else, or hand it over once it is held (Charter.HandOver)").Throw();
        var key = new CharterKey(request.Initiative, request.Function, proposal.Epoch, proposal.Proposer);
        transaction.Write(
            ResponseKind.Key(request.Responder, key),
            0,
            new ResponseRecord { Accepted = accepted, Reason = request.Reason, Revision = proposal.Revision });
    }

    private static bool Asked(Tenures tenures, string responder) =>
        tenures.Waiting.Any(waiting => waiting.Holders.Contains(responder)) || tenures.Current?.Holders.Contains(responder) == true;

    private static void Hosted(NodeStanding standing, string field, string initiative)
    {
        Check.Id(field, initiative)?.Throw();
        if (standing.Nest.Find(initiative) is not { } known) CallFault.UnknownInitiative(field, initiative).Throw();
        else if (known.Host != standing.Node)
            CallFault.Precondition(field, $"{initiative} is hosted by node {known.Host}, and only that one speaks for it", initiative).Throw();
    }
}
