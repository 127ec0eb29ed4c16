using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Nodes;

internal sealed class ActivitiesService(NodeState node) : V1.Activities.ActivitiesBase
{
    public override Task<ListActivitiesResponse> ListActivities(ListActivitiesRequest request, ServerCallContext context) =>
        node.Answers.To<ListActivitiesRequest, ListActivitiesResponse>(request);

    public override Task<Activity> GetActivity(GetActivityRequest request, ServerCallContext context) =>
        node.Answers.To<GetActivityRequest, Activity>(request);

    public override Task<Activity> SaveActivity(SaveActivityRequest request, ServerCallContext context) =>
        node.Answers.To<SaveActivityRequest, Activity>(request);

    public override Task<ListCommitmentsResponse> ListCommitments(ListCommitmentsRequest request, ServerCallContext context) =>
        node.Answers.To<ListCommitmentsRequest, ListCommitmentsResponse>(request);

    public override Task<Commitment> SaveCommitment(SaveCommitmentRequest request, ServerCallContext context) =>
        node.Answers.To<SaveCommitmentRequest, Commitment>(request);

    public override Task<ActivityCoverage> GetCoverage(GetCoverageRequest request, ServerCallContext context) =>
        node.Answers.To<GetCoverageRequest, ActivityCoverage>(request);

    public override Task<ListDuplicatesResponse> ListDuplicates(ListDuplicatesRequest request, ServerCallContext context) =>
        node.Answers.To<ListDuplicatesRequest, ListDuplicatesResponse>(request);
}
