using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>What is kept of policy.</summary>
internal sealed class PolicyRecords : IKinds
{
    public PolicyRecords(TimeProvider time)
    {
        BarrierKind barrier = new(time, Sharing.Shared), keptBarrier = new(time, Sharing.Kept);
        AskKind ask = new(time, Sharing.Shared), keptAsk = new(time, Sharing.Kept);
        AskGroundsKind grounds = new(time, Sharing.Shared), keptGrounds = new(time, Sharing.Kept);
        AskFaceKind face = new(time);
        AskPositionKind position = new(time, Sharing.Shared), keptPosition = new(time, Sharing.Kept);
        Kinds = [barrier, keptBarrier, ask, keptAsk, grounds, keptGrounds, face, position, keptPosition];
        Barriers = new RecordSet<PolicyBarrier>("barrier", barrier, keptBarrier);
        Asks = new RecordSet<PolicyAsk>("ask", ask, keptAsk);
        Grounds = new RecordSet<AskGroundsRecord>("ask", grounds, keptGrounds);
        Faces = new RecordSet<AskFaceRecord>("ask", face);
        Positions = new RecordSet<AskPosition>("position", position, keptPosition);
    }

    public IReadOnlyList<IKind> Kinds { get; }

    public RecordSet<PolicyBarrier> Barriers { get; }

    public RecordSet<PolicyAsk> Asks { get; }

    /// <summary>Ids are those of the asks.</summary>
    public RecordSet<AskGroundsRecord> Grounds { get; }

    /// <summary>Ids are those of the asks.</summary>
    public RecordSet<AskFaceRecord> Faces { get; }

    /// <summary>Ids are `ask/position`.</summary>
    public RecordSet<AskPosition> Positions { get; }
}
