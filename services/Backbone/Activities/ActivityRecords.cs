using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>What is kept of activities.</summary>
internal sealed class ActivityRecords : IKinds
{
    public ActivityRecords(TimeProvider time)
    {
        ActivityKind shared = new(time, Sharing.Shared), kept = new(time, Sharing.Kept);
        CommitmentKind sharedCommitment = new(time, Sharing.Shared), keptCommitment = new(time, Sharing.Kept);
        Kinds = [shared, kept, sharedCommitment, keptCommitment];
        Activities = new RecordSet<Activity>("activity", shared, kept);
        Commitments = new RecordSet<Commitment>("commitment", sharedCommitment, keptCommitment);
    }

    public IReadOnlyList<IKind> Kinds { get; }

    public RecordSet<Activity> Activities { get; }

    public RecordSet<Commitment> Commitments { get; }
}
