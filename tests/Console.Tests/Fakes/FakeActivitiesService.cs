using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Fakes;

/// <summary>An activity with a missed commitment, a clause that nobody works on, and a pair that do one thing.</summary>
internal sealed class FakeActivitiesService(FakeNest nest) : V1.Activities.ActivitiesBase
{
    private static readonly NamedActivity Fund = new() { Initiative = "ca", Activity = "fund", Name = new Text { En = "The fund", Fr = "Le fonds" } };

    public override Task<ListActivitiesResponse> ListActivities(ListActivitiesRequest request, ServerCallContext context)
    {
        nest.Answering("ListActivities");
        return Task.FromResult(new ListActivitiesResponse
        {
            Activities = { new Activity { Activity_ = "fund", Name = Fund.Name, From = "2026-01-01", Lead = "shelter", Partners = { "city" }, Status = Activity.Types.Status.Underway } },
        });
    }

    public override Task<ListCommitmentsResponse> ListCommitments(ListCommitmentsRequest request, ServerCallContext context) => Task.FromResult(
        new ListCommitmentsResponse { Commitments = { new Commitment { Activity = "fund", What = new Text { En = "Twenty leases" }, Due = "2026-10-01", Missed = true } } });

    public override Task<ActivityCoverage> GetCoverage(GetCoverageRequest request, ServerCallContext context) => Task.FromResult(new ActivityCoverage
    {
        Rows =
        {
            new ActivityCoverage.Types.Row { Subject = "ca/keep", Number = "1.1", Text = new Text { En = "Keep homes" }, Activities = { Fund }, Marks = { ActivityCoverage.Types.Mark.Duplicate } },
            new ActivityCoverage.Types.Row { Subject = "ca/build", Number = "1.2", Marks = { ActivityCoverage.Types.Mark.Gap } },
        },
    });

    public override Task<ListDuplicatesResponse> ListDuplicates(ListDuplicatesRequest request, ServerCallContext context) => Task.FromResult(
        new ListDuplicatesResponse { Pairs = { new ListDuplicatesResponse.Types.Pair { Upper = Fund, Lower = new NamedActivity { Initiative = "ca.on", Activity = "loans" } } } });

    public override Task<ActivityPlan> GetPlan(GetPlanRequest request, ServerCallContext context)
    {
        nest.Answering("GetPlan");
        return Task.FromResult(new ActivityPlan
        {
            Strategies =
            {
                new ActivityPlan.Types.Strategy { Clause = "ca/keep", Number = "1.1", Text = new Text { En = "Keep homes", Fr = "Garder" }, Activities = 1 },
                new ActivityPlan.Types.Strategy(),
            },
            Partners =
            {
                new ActivityPlan.Types.Row
                {
                    Partner = "shelter",
                    Name = new Text { En = "Shelter <A>" },
                    Cells =
                    {
                        new ActivityPlan.Types.Cell
                        {
                            Clause = "ca/keep", Kept = 1, Missed = 2,
                            Activities = { new ActivityPlan.Types.Part { Activity = "fund", Name = Fund.Name, Status = Activity.Types.Status.Underway, Leads = true } },
                        },
                    },
                },
            },
        });
    }
}
