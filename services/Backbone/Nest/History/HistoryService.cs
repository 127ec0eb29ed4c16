using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Nest.History;

/// <summary>How a nest changes its shape: other names, other parents, splits and mergers.</summary>
internal sealed class HistoryService(HistoryRecords records, Succeeding succeeding, Shaping shaping, RecordCalls calls, StandingRules rules, MapBroadcast maps)
    : V1.History.HistoryBase
{
    public override Task<Initiative> RenameInitiative(RenameInitiativeRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Successions, request.Initiative, "", (transaction, _) => shaping.Rename(transaction, request), context);

    public override async Task<Initiative> MoveInitiative(MoveInitiativeRequest request, ServerCallContext context)
    {
        await rules.Arrival(standing => standing.Nest.Find(request.ToParent) is not null, context.CancellationToken);
        var moved = await calls.WriteAsync(records.Successions, request.Initiative, "", (transaction, _) => shaping.Move(transaction, request), context);
        await CharterService.TellVersion(context, maps);
        return moved;
    }

    public override async Task<InitiativeSuccession> SaveSuccession(SaveSuccessionRequest request, ServerCallContext context)
    {
        var succession = request.Succession ?? new InitiativeSuccession();
        Check.Same("succession.initiative", succession.Initiative, request.Initiative)?.Throw();
        await rules.Arrival(standing => succession.Successors.All(each => standing.Nest.Find(each.Initiative) is not null), context.CancellationToken);
        var saved = await calls.WriteAsync(
            records.Successions, request.Initiative, "", (transaction, _) => succeeding.Save(transaction, request.Initiative, succession), context);
        await CharterService.TellVersion(context, maps);
        return saved;
    }

    public override Task<RemoveSuccessionResponse> RemoveSuccession(RemoveSuccessionRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Successions, request.Initiative, "",
        (transaction, _) =>
        {
            succeeding.Remove(transaction, request);
            return new RemoveSuccessionResponse();
        },
        context);

    public override async Task<InitiativeSuccession> AnswerSuccession(AnswerSuccessionRequest request, ServerCallContext context)
    {
        // It comes from the node of whoever passes, which may have written it a moment ago.
        await rules.Arrival(standing => standing.Nest.Successions.Of(request.Initiative).Any(each => each.Id == request.Day), context.CancellationToken);
        return await calls.WriteAsync(records.Answers, request.Successor, "", (transaction, _) => succeeding.Answer(transaction, request), context);
    }

    public override Task<ListSuccessionsResponse> ListSuccessions(ListSuccessionsRequest request, ServerCallContext context)
    {
        var size = Page<InitiativeSuccession>.Size(request.PageSize);
        (Check.KnownOrNone("state", request.State) ?? Place.Read("page_token", request.PageToken, out _))?.Throw();
        Place.Read("page_token", request.PageToken, out var after);
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var nest = standing.Nest;
            var page = Page<InitiativeSuccession>.Take(
                Named(nest, request.Below ? [request.Initiative, .. nest.Descendants(request.Initiative)] : [request.Initiative])
                    .Where(each => request.State == InitiativeSuccession.Types.State.Unspecified || nest.Successions.StateOf(each) == request.State)
                    .Select(each => (Place: new Place(each.Initiative, each.Id), each.Initiative, each.Id))
                    .Where(each => Place.Compare(each.Place, after) > 0)
                    .Select(each => (each.Place.Name, ShownHistory.Of(nest, each.Initiative, records.Successions.Get(reader.Find, each.Initiative, each.Id, "day")))),
                size);
            return new ListSuccessionsResponse { Successions = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<InitiativeHistory> GetHistory(GetHistoryRequest request, ServerCallContext context) =>
        Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var (nest, id) = (standing.Nest, request.Initiative);
            return new InitiativeHistory
            {
                Initiative = id,
                Names = { nest.Find(id)!.Names.All },
                Alignments = { nest.Alignments(id).Values.Select(alignment => alignment.Write()) },
                PassedInto = { nest.Successions.Of(id).Select(Show) },
                CameFrom = { nest.Successions.Into(id).Select(Show) },
            };

            InitiativeSuccession Show(KnownSuccession each) => ShownHistory.Of(nest, each.Initiative, records.Successions.Get(reader.Find, each.Initiative, each.Id, "day"));
        }));

    /// <summary>The successions of some, and those that name them, by initiative and day.</summary>
    private static IEnumerable<KnownSuccession> Named(NestState nest, IReadOnlyList<string> initiatives) => initiatives
        .SelectMany(each => nest.Successions.Of(each).Concat(nest.Successions.Into(each)))
        .DistinctBy(each => (each.Initiative, each.Day))
        .OrderBy(each => each.Initiative, StringComparer.Ordinal).ThenBy(each => each.Day);
}
