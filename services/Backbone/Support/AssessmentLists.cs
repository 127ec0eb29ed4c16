using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>Lists assessments, and reads how they go over time.</summary>
internal sealed class AssessmentLists(SupportRecords records, LogReader reader)
{
    private static readonly Comparison<BackboneAssessment> ByDay = (one, other) =>
        string.CompareOrdinal(one.Day, other.Day) is not 0 and var order ? order : string.CompareOrdinal(one.Assessment, other.Assessment);

    /// <summary>Those that are asked for, each with its place, without their evidence.</summary>
    public IEnumerable<(string Place, BackboneAssessment Item)> Asked(NodeStanding standing, ListAssessmentsRequest request, Place after, DateOnly today)
    {
        var members = request.Below ? NestLine.Of(standing.Nest, request.Initiative, today).MembersBelow : [request.Initiative];
        var found = new RecordIndex(reader, AssessmentKind.Kind, TwinKind<BackboneAssessment>.Kept(AssessmentKind.Kind)).Find([SupportTopic.Assessments], members, after)
            // Of the latest one is given an initiative: that of the page's last is done.
            .Where(place => !request.Latest || place.Initiative != after.Initiative)
            .Select(place => records.Assessments.Find(reader.Find, place.Initiative, place.Id)).OfType<Found<BackboneAssessment>>()
            .Where(each => each.Sharing == Sharing.Shared || each.Initiative == request.Initiative)
            .Select(ShownSupport.Of)
            .Where(each => IsOf(each.Day, request.From, request.Until));
        return (request.Latest ? LatestOf(found) : found).Select(each => (new Place(each.Initiative, each.Assessment).Name, WithoutEvidence(each)));
    }

    /// <summary>How an initiative's assessments go.</summary>
    public AssessmentTrend Trend(GetAssessmentTrendRequest request, int most)
    {
        List<BackboneAssessment> all = [.. records.Assessments.Standing(reader, request.Initiative).Select(ShownSupport.Of)];
        all.Sort(ByDay);
        var to = request.To.Length > 0 ? Named(all, request.Initiative, "to", request.To) : all.LastOrDefault();
        var from = request.From.Length > 0 ? Named(all, request.Initiative, "from", request.From) : to is null ? null : all.LastOrDefault(each => ByDay(each, to) < 0);
        var trend = new TrendOf([.. all.Skip(all.Count - most)], from, to).Read();
        trend.Initiative = request.Initiative;
        return trend;
    }

    private BackboneAssessment? Named(List<BackboneAssessment> all, string initiative, string field, string id)
    {
        if (all.Find(each => each.Assessment == id) is { } found) return found;
        records.Assessments.Missing(initiative, id, field).Throw();
        return null;
    }

    /// <summary>Of what is in the order of its initiatives, the latest of each; no more is read than is asked for.</summary>
    private static IEnumerable<BackboneAssessment> LatestOf(IEnumerable<BackboneAssessment> all)
    {
        BackboneAssessment? latest = null;
        foreach (var each in all)
        {
            if (latest is not null && latest.Initiative != each.Initiative)
            {
                yield return latest;
                latest = null;
            }

            if (latest is null || ByDay(each, latest) > 0) latest = each;
        }

        if (latest is not null) yield return latest;
    }

    private static BackboneAssessment WithoutEvidence(BackboneAssessment assessment)
    {
        foreach (var answer in assessment.Answers)
        {
            answer.Evidence = null;
            answer.Indicators.Clear();
            answer.Activities.Clear();
            answer.Stories.Clear();
        }

        return assessment;
    }

    private static bool IsOf(string day, string from, string until) =>
        (from.Length == 0 || string.CompareOrdinal(day, from) >= 0) && (until.Length == 0 || string.CompareOrdinal(day, until) <= 0);
}
