using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Access;

/// <summary>What an initiative lets everybody read: said, and shown.</summary>
internal sealed class PublishingService(DocumentLog log, StandingRules rules) : Publishing.PublishingBase
{
    public override Task<Publication> Publish(PublishRequest request, ServerCallContext context)
    {
        (Check.Id("initiative", request.Initiative) ?? PublicationKind.Fault(request.Parts))?.Throw();
        return log.WriteAsync(
            transaction =>
            {
                if (rules.Working.Nest.Find(request.Initiative) is not { } initiative) CallFault.UnknownInitiative("initiative", request.Initiative).Throw();
                else if (initiative.Host != transaction.Node)
                    CallFault.Precondition("initiative", $"{request.Initiative} is hosted by node {initiative.Host}, and only that one publishes for it", request.Initiative).Throw();
                var said = new Publication { Parts = { request.Parts.Order() } };
                if (!rules.Working.Published.GetValueOrDefault(request.Initiative, []).SequenceEqual(said.Parts))
                    transaction.Write(PublicationKind.Key(request.Initiative), 0, said);
                return Show(rules.Working, request.Initiative);
            },
            context.CancellationToken);
    }

    public override Task<Publication> GetPublication(GetPublicationRequest request, ServerCallContext context)
    {
        Check.Id("initiative", request.Initiative)?.Throw();
        if (rules.Published.Nest.Find(request.Initiative) is null) CallFault.UnknownInitiative("initiative", request.Initiative).Throw();
        return Task.FromResult(Show(rules.Published, request.Initiative));
    }

    private static Publication Show(NodeStanding standing, string initiative) =>
        new() { Initiative = initiative, Parts = { standing.Published.GetValueOrDefault(initiative, []) } };
}
