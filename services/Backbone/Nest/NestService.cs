using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Nest;

/// <summary>Initiatives, their alignments, and the links between their nodes.</summary>
internal sealed class NestService(
    DocumentLog log, StandingRules rules, MapBroadcast maps, LinkBoard links, NodeDescription self, TimeProvider time) : V1.Nest.NestBase
{
    private const int MostAlignments = 50;

    public override async Task<Initiative> RegisterInitiative(RegisterInitiativeRequest request, ServerCallContext context)
    {
        var record = new InitiativeRecord { Level = request.Level, Name = request.Name };
        InitiativeKind.Fault(request.Initiative, record)?.Throw();
        if (request.Level != self.Level)
            CallFault.Precondition("level", $"is {request.Level}, and this node hosts initiatives of {self.Level}; register it at a node of its level").Throw();
        if (request.Alignments.Count > MostAlignments)
            CallFault.Invalid("alignments", $"has {request.Alignments.Count} entries; at most {MostAlignments} are taken").Throw();
        await AwaitParents(request.Alignments, context);
        var initiative = await log.WriteAsync(transaction => Register(transaction, request, record), context.CancellationToken);
        await CharterService.TellVersion(context, maps);
        return initiative;
    }

    public override Task<Initiative> GetInitiative(GetInitiativeRequest request, ServerCallContext context)
    {
        (Check.Id("initiative", request.Initiative) ?? Check.Day("day", request.Day, out _))?.Throw();
        Check.Day("day", request.Day, out var day);
        var nest = rules.Published.Nest;
        if (nest.Find(request.Initiative) is null) CallFault.UnknownInitiative("initiative", request.Initiative).Throw();
        return Task.FromResult(ShownInitiative.Of(nest, request.Initiative, day ?? time.Today()));
    }

    public override Task<ListInitiativesResponse> ListInitiatives(ListInitiativesRequest request, ServerCallContext context)
    {
        (Check.PageSize("page_size", request.PageSize, 100, 1000, out _) ?? Check.Day("day", request.Day, out _))?.Throw();
        Check.PageSize("page_size", request.PageSize, 100, 1000, out var size);
        Check.Day("day", request.Day, out var day);
        var nest = rules.Published.Nest;
        IEnumerable<string> ids = nest.Ids;
        if (request.Under.Length > 0)
        {
            Check.Id("under", request.Under)?.Throw();
            if (nest.Find(request.Under) is null) CallFault.UnknownInitiative("under", request.Under).Throw();
            ids = (day is { } then ? nest.Below(request.Under, then) : nest.Descendants(request.Under)).Append(request.Under).Order(StringComparer.Ordinal);
        }

        // The token is the last id of the page before: a page stays right whatever is registered in between.
        var page = ids.Where(id => string.CompareOrdinal(id, request.PageToken) > 0)
            .Where(id => request.Level == Level.Unspecified || nest.Find(id)?.Level == request.Level)
            .Where(id => nest.Find(id) is not null)
            .Take(size + 1).ToList();
        return Task.FromResult(new ListInitiativesResponse
        {
            Initiatives = { page.Take(size).Select(id => ShownInitiative.Of(nest, id, day ?? time.Today())) },
            NextPageToken = page.Count > size ? page[size - 1] : "",
        });
    }

    public override async Task<Alignment> Align(AlignRequest request, ServerCallContext context)
    {
        Check.Id("initiative", request.Initiative)?.Throw();
        await AwaitParents(request.Alignment is null ? [] : [request.Alignment], context);
        await log.WriteAsync(
            transaction =>
            {
                CheckHosted(rules.Working, request.Initiative);
                Align(transaction, request.Initiative, request.Alignment, "alignment");
                return true;
            },
            context.CancellationToken);
        await CharterService.TellVersion(context, maps);
        return request.Alignment!;
    }

    public override async Task<WithdrawAlignmentResponse> WithdrawAlignment(WithdrawAlignmentRequest request, ServerCallContext context)
    {
        (Check.Id("initiative", request.Initiative) ?? Check.Id("parent", request.Parent))?.Throw();
        await log.WriteAsync(
            transaction =>
            {
                CheckHosted(rules.Working, request.Initiative);
                if (!rules.Working.Nest.Alignments(request.Initiative).ContainsKey(request.Parent))
                    CallFault.NotFound("parent", $"{request.Initiative} is not aligned with {request.Parent}").Throw();
                transaction.Write(AlignmentKind.Key(request.Initiative, request.Parent), 0, null);
                return true;
            },
            context.CancellationToken);
        await CharterService.TellVersion(context, maps);
        return new WithdrawAlignmentResponse();
    }

    public override Task<Node> GetNode(GetNodeRequest request, ServerCallContext context)
    {
        // A gateway that can't reach the host asks another node: that one is not to answer for itself.
        if (request.Initiative.Length > 0) CheckHosted(rules.Published, request.Initiative);
        return Task.FromResult(new Node
        {
            Node_ = log.Node.Fingerprint,
            Level = self.Level,
            Name = self.Name,
            Log = log.Id,
            Head = log.Head,
        });
    }

    public override Task<ListLinksResponse> ListLinks(ListLinksRequest request, ServerCallContext context)
    {
        if (request.Initiative.Length > 0) CheckHosted(rules.Published, request.Initiative);
        return Task.FromResult(new ListLinksResponse { Links = { links.Read() } });
    }

    private Initiative Register(LogTransaction transaction, RegisterInitiativeRequest request, InitiativeRecord record)
    {
        var id = request.Initiative;
        if (rules.Working.Nest.Find(id) is { } known && known.Host != transaction.Node)
            CallFault.Precondition("initiative", $"{id} is hosted by node {known.Host}; change it there").Throw();
        // Later names stay: what is said here is the first.
        if (transaction.Find(InitiativeKind.Key(id)) is { } former) record.Renamed.Add(InitiativeRecord.Parser.ParseFrom(former.Content.Payload).Renamed);
        transaction.Write(InitiativeKind.Key(id), 0, record);
        for (var i = 0; i < request.Alignments.Count; i++)
            if (!Stands(id, request.Alignments[i])) Align(transaction, id, request.Alignments[i], $"alignments[{i}]");
        for (var i = 0; i < request.Holds.Count; i++)
        {
            Check.Known($"holds[{i}]", request.Holds[i])?.Throw();
            var tenures = rules.Working.Charters.Tenures(id, request.Holds[i], time.Today());
            if (tenures is { Current: null, Waiting.IsEmpty: true })
                transaction.Write(
                    ProposalKind.Key(id, new CharterKey(id, request.Holds[i], tenures.NextEpoch)), 0, new TenureRecord { Holders = { id }, Writer = id });
        }

        return ShownInitiative.Of(rules.Working.Nest, id, time.Today());
    }

    /// <summary>Whether an alignment that says nothing but its parent is there, whatever its dates are by now.</summary>
    private bool Stands(string initiative, Alignment? alignment) => alignment is { From: "", Until: "", Part: null, Earlier.Count: 0 }
        && rules.Working.Nest.Alignments(initiative).ContainsKey(alignment.Parent);

    private void Align(LogTransaction transaction, string initiative, Alignment? alignment, string field)
    {
        AlignmentKind.Fault(rules.Working, initiative, alignment)?.Within(field).Throw();
        transaction.Write(AlignmentKind.Key(initiative, alignment!.Parent), 0, alignment);
    }

    private Task AwaitParents(IReadOnlyList<Alignment> alignments, ServerCallContext context) => rules.Arrival(
        standing => alignments.All(alignment => standing.Nest.Find(alignment.Parent) is not null), context.CancellationToken);

    private static void CheckHosted(NodeStanding standing, string initiative)
    {
        if (standing.Nest.Find(initiative) is not { } known) CallFault.UnknownInitiative("initiative", initiative).Throw();
        else if (known.Host != standing.Node)
            CallFault.Precondition("initiative", $"{initiative} is hosted by node {known.Host}; ask there").Throw();
    }
}
