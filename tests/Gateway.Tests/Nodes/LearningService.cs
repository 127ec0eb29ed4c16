using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Nodes;

internal sealed class LearningService(NodeState node) : Learning.LearningBase
{
    public override Task<Targets> GetTargets(GetTargetsRequest request, ServerCallContext context) => node.Told.Say<Targets>(request);

    public override Task<Targets> SaveTargets(SaveTargetsRequest request, ServerCallContext context) => node.Told.Say<Targets>(request);

    public override Task<ListCurveStoriesResponse> ListCurveStories(ListCurveStoriesRequest request, ServerCallContext context) =>
        node.Told.Say<ListCurveStoriesResponse>(request);

    public override Task<CurveStory> SaveCurveStory(SaveCurveStoryRequest request, ServerCallContext context) => node.Told.Say<CurveStory>(request);

    public override Task<ListCrosswalksResponse> ListCrosswalks(ListCrosswalksRequest request, ServerCallContext context) =>
        node.Told.Say<ListCrosswalksResponse>(request);

    public override Task<Crosswalk> SaveCrosswalk(SaveCrosswalkRequest request, ServerCallContext context) => node.Told.Say<Crosswalk>(request);

    public override Task<Curve> GetCurve(GetCurveRequest request, ServerCallContext context) => node.Told.Say<Curve>(request);

    public override Task<FigureChange> GetFigureChange(GetFigureChangeRequest request, ServerCallContext context) => node.Told.Say<FigureChange>(request);
}
