using CollectiveImpact.Backbone.Access;
using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Partners;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>Mutually reinforcing activities: written, listed, and looked at across levels.</summary>
internal sealed class ActivitiesService(
    ActivityRecords records, PartnerRecords partners, IClauses clauses, ActivityWriting writing, ActivityLists lists, RecordCalls calls, TimeProvider time)
    : V1.Activities.ActivitiesBase
{
    private const int UsualRows = 20, MostRows = 100;

    public override Task<Activity> SaveActivity(SaveActivityRequest request, ServerCallContext context)
    {
        var activity = request.Activity?.Clone() ?? new Activity();
        Check.Same("activity.initiative", activity.Initiative, request.Initiative)?.Throw();
        activity.Initiative = request.Initiative;
        return calls.WriteAsync(
            records.Activities, activity.Initiative, request.By,
            (transaction, epoch) =>
            {
                ActingPartner.Fault(context, "activity.lead", records.Activities.Find(transaction.Find, activity.Initiative, activity.Activity_)?.Record.Lead)?.Throw();
                return ActivityLists.Show(writing.Save(transaction, calls.Working, epoch, activity));
            },
            context);
    }

    public override Task<RemoveActivityResponse> RemoveActivity(RemoveActivityRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Activities, request.Initiative, request.By,
        (transaction, epoch) =>
        {
            writing.Remove(transaction, epoch, request);
            return new RemoveActivityResponse();
        },
        context);

    public override Task<Activity> GetActivity(GetActivityRequest request, ServerCallContext context) => Task.FromResult(calls.Read(
        request.Initiative,
        (reader, _) => ActivityLists.Show(records.Activities.Get(reader.Find, request.Initiative, request.Activity, "activity"))));

    public override Task<ListActivitiesResponse> ListActivities(ListActivitiesRequest request, ServerCallContext context)
    {
        var size = Page<Activity>.Size(request.PageSize);
        ActivityLists.Fault(request)?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var page = Page<Activity>.Take(lists.Activities(reader, standing, request), size);
            return new ListActivitiesResponse { Activities = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<Commitment> SaveCommitment(SaveCommitmentRequest request, ServerCallContext context)
    {
        var commitment = request.Commitment?.Clone() ?? new Commitment();
        Check.Same("commitment.initiative", commitment.Initiative, request.Initiative)?.Throw();
        commitment.Initiative = request.Initiative;
        return calls.WriteAsync(
            records.Commitments, commitment.Initiative, request.By,
            (transaction, epoch) =>
            {
                ActingPartner.Fault(
                    context, "commitment.partner", records.Commitments.Find(transaction.Find, commitment.Initiative, commitment.Commitment_)?.Record.Partner)?.Throw();
                return lists.Show(writing.Save(transaction, epoch, commitment));
            },
            context);
    }

    public override Task<RemoveCommitmentResponse> RemoveCommitment(RemoveCommitmentRequest request, ServerCallContext context) => calls.RemoveAsync(
        records.Commitments, request.Initiative, request.By, request.Commitment, request.Revision, "commitment", new RemoveCommitmentResponse(), context);

    public override Task<ListCommitmentsResponse> ListCommitments(ListCommitmentsRequest request, ServerCallContext context)
    {
        var size = Page<Commitment>.Size(request.PageSize);
        ActivityLists.Fault(request)?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) =>
        {
            var page = Page<Commitment>.Take(lists.Commitments(reader, request), size);
            return new ListCommitmentsResponse { Commitments = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<ActivityPlan> GetPlan(GetPlanRequest request, ServerCallContext context)
    {
        var size = Page<ActivityPlan.Types.Row>.Size(request.PageSize);
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) =>
        {
            var (activities, commitments) = lists.All(reader, request.Initiative);
            var columns = Plan.Columns(request.Initiative, clauses.InForce(reader.Find, request.Initiative), activities);
            var names = partners.Partners.Standing(reader, request.Initiative).ToDictionary(partner => partner.Id, partner => partner.Record.Name);
            var page = Page<ActivityPlan.Types.Row>.Take(
                Plan.Rows(columns, activities, commitments, names)
                    .Where(row => string.CompareOrdinal(row.Partner, request.PageToken) > 0)
                    .Select(row => (row.Partner, row)),
                size);
            return new ActivityPlan { Initiative = request.Initiative, Strategies = { columns }, Partners = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<ActivityCoverage> GetCoverage(GetCoverageRequest request, ServerCallContext context)
    {
        Check.PageSize("page_size", request.PageSize, UsualRows, MostRows, out var size)?.Throw();
        Check.Known("by", request.By)?.Throw();
        return Task.FromResult(Look(request.Initiative, (look, standing) =>
        {
            AgendaFault(standing, request)?.Throw();
            var page = Page<ActivityCoverage.Types.Row>.Take(look.Coverage(request), size);
            return new ActivityCoverage { Initiative = request.Initiative, Rows = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<ListDuplicatesResponse> ListDuplicates(ListDuplicatesRequest request, ServerCallContext context)
    {
        var size = Page<ListDuplicatesResponse.Types.Pair>.Size(request.PageSize);
        PairPlace.Read("page_token", request.PageToken, out var after)?.Throw();
        return Task.FromResult(Look(request.Initiative, (look, _) =>
        {
            var page = Page<ListDuplicatesResponse.Types.Pair>.Take(look.AllPairs(after), size);
            return new ListDuplicatesResponse { Pairs = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<Reinforcement> GetReinforcement(GetReinforcementRequest request, ServerCallContext context)
    {
        var size = Page<Reinforcement.Types.Edge>.Size(request.PageSize);
        Naming.Read("page_token", request.PageToken, out var after)?.Throw();
        return Task.FromResult(Look(request.Initiative, (look, _) =>
        {
            var page = Page<Reinforcement.Types.Edge>.Take(look.Edges(request, after), size);
            return new Reinforcement { Edges = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    private TAnswer Look<TAnswer>(string initiative, Func<ActivityLook, NodeStanding, TAnswer> read) => calls.Read(
        initiative, (reader, standing) => read(new ActivityLook(records, clauses, reader, standing, initiative, time.Today()), standing));

    private static CallFault? AgendaFault(NodeStanding standing, GetCoverageRequest request) => request.Agenda.Length == 0
        ? null
        : Check.Id("agenda", request.Agenda)
            ?? (request.Agenda == request.Initiative || standing.Nest.Ancestors(request.Initiative).Contains(request.Agenda)
                ? null
                : CallFault.Invalid("agenda", $"{request.Agenda} is neither {request.Initiative} nor above it"));
}
