using CollectiveImpact.Backbone.Records;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement.Learning;

/// <summary>Records of learning as answers show them.</summary>
internal static class ShownLearning
{
    public static Targets Of(Found<Targets> found)
    {
        var targets = found.Record.Clone();
        (targets.Initiative, targets.Indicator, targets.Revision, targets.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        return targets;
    }

    public static CurveStory Of(Found<CurveStory> found)
    {
        var story = found.Record.Clone();
        (story.Initiative, story.Story, story.Revision, story.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        return story;
    }

    public static Crosswalk Of(Found<Crosswalk> found)
    {
        var crosswalk = found.Record.Clone();
        (crosswalk.Initiative, crosswalk.Crosswalk_, crosswalk.Revision, crosswalk.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        return crosswalk;
    }
}
