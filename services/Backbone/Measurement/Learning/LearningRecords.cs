using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement.Learning;

/// <summary>What is kept of learning.</summary>
internal sealed class LearningRecords : IKinds
{
    public LearningRecords(TimeProvider time)
    {
        TargetsKind targets = new(time, Sharing.Shared), ownTargets = new(time, Sharing.Kept);
        CurveStoryKind story = new(time, Sharing.Shared), ownStory = new(time, Sharing.Kept);
        CrosswalkKind crosswalk = new(time, Sharing.Shared), ownCrosswalk = new(time, Sharing.Kept);
        Kinds = [targets, ownTargets, story, ownStory, crosswalk, ownCrosswalk];
        Targets = new RecordSet<Targets>("targets", targets, ownTargets);
        Stories = new RecordSet<CurveStory>("story", story, ownStory);
        Crosswalks = new RecordSet<Crosswalk>("crosswalk", crosswalk, ownCrosswalk);
    }

    public IReadOnlyList<IKind> Kinds { get; }

    public RecordSet<Targets> Targets { get; }

    public RecordSet<CurveStory> Stories { get; }

    public RecordSet<Crosswalk> Crosswalks { get; }
}
