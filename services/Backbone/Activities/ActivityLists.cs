using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>Lists activities and commitments, and lays the plan out of them.</summary>
internal sealed class ActivityLists(ActivityRecords records, TimeProvider time)
{
    public static CallFault? Fault(ListActivitiesRequest request) =>
        Check.KnownOrNone("status", request.Status)
        ?? (request.Partner.Length == 0 ? null : Check.Id("partner", request.Partner))
        ?? (request.Clause.Length == 0 ? null : RecordId.ReferenceFault("clause", request.Clause))
        ?? (request.Indicator.Length == 0 ? null : RecordId.ReferenceFault("indicator", request.Indicator))
        ?? Check.Days("from", request.From, "until", request.Until)
        ?? (request.PageToken.Length == 0 ? null : PageFault(request));

    public static CallFault? Fault(ListCommitmentsRequest request) =>
        (request.Activity.Length == 0 ? null : Check.Id("activity", request.Activity))
        ?? (request.Partner.Length == 0 ? null : Check.Id("partner", request.Partner))
        ?? Check.KnownOrNone("state", request.State)
        ?? Check.Day("due_until", request.DueUntil, out _);

    /// <summary>The activities that are asked for, each with its place.</summary>
    public IEnumerable<(string Place, Activity Item)> Activities(LogReader reader, NodeStanding standing, ListActivitiesRequest request) =>
        request.Below ? OfAllBelow(reader, standing, request) : OfOne(reader, request);

    /// <summary>The commitments that are asked for, each with its place.</summary>
    public IEnumerable<(string Place, Commitment Item)> Commitments(LogReader reader, ListCommitmentsRequest request) =>
        records.Commitments.Standing(reader, request.Initiative, request.PageToken).Select(Show).Where(commitment => IsAskedFor(commitment, request))
            .Select(commitment => (commitment.Commitment_, commitment));

    public static Activity Show(Found<Activity> found)
    {
        var activity = found.Record.Clone();
        (activity.Initiative, activity.Activity_, activity.Revision, activity.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        return activity;
    }

    public Commitment Show(Found<Commitment> found)
    {
        var commitment = found.Record.Clone();
        (commitment.Initiative, commitment.Commitment_, commitment.Revision, commitment.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        commitment.Missed = commitment.State == V1.Commitment.Types.State.Open
            && Check.Day("due", commitment.Due, out var due) is null && due < time.Today();
        return commitment;
    }

    /// <summary>All activities and commitments of an initiative.</summary>
    public (IReadOnlyList<Activity> Activities, IReadOnlyList<Commitment> Commitments) All(LogReader reader, string initiative) => (
        [.. records.Activities.Standing(reader, initiative).Select(Show)],
        [.. records.Commitments.Standing(reader, initiative).Select(Show)]);

    private IEnumerable<(string, Activity)> OfOne(LogReader reader, ListActivitiesRequest request) =>
        records.Activities.Standing(reader, request.Initiative, request.PageToken).Select(Show).Where(activity => IsAskedFor(activity, request))
            .Select(activity => (activity.Activity_, activity));

    private IEnumerable<(string, Activity)> OfAllBelow(LogReader reader, NodeStanding standing, ListActivitiesRequest request)
    {
        var line = NestLine.Of(standing.Nest, request.Initiative, time.Today());
        var after = request.PageToken.Length == 0 ? ["", ""] : request.PageToken.Split('/');
        return new ActivityIndex(reader.Query).Find(Wanted(request), line.RangesBelow, after[0], after[1])
            .Select(work => records.Activities.Find(reader.Find, work.Initiative, work.Id)).OfType<Found<Activity>>()
            .Select(Show)
            .Select(activity => ($"{activity.Initiative}/{activity.Activity_}", activity));
    }

    private static Wanted Wanted(ListActivitiesRequest request)
    {
        List<string> targets = [];
        if (request.Partner.Length > 0) targets.Add(ActivityTopic.Partner(request.Partner));
        if (request.Clause.Length > 0) targets.Add(ActivityTopic.Clause(request.Clause));
        if (request.Indicator.Length > 0) targets.Add(ActivityTopic.Indicator(request.Indicator));
        if (targets.Count == 0) targets.Add(ActivityTopic.All);
        var wanted = new Wanted([.. targets])
        {
            FirstDay = request.From.Length > 0 ? request.From : ActivityMark.First,
            LastDay = request.Until.Length > 0 ? request.Until : ActivityMark.Last,
        };
        return request.Status == Activity.Types.Status.Unspecified ? wanted : wanted with { From = request.Status, Until = request.Status };
    }

    private static bool IsAskedFor(Activity activity, ListActivitiesRequest request) =>
        (request.Status == Activity.Types.Status.Unspecified || activity.Status == request.Status)
        && (request.Partner.Length == 0 || activity.Lead == request.Partner || activity.Partners.Contains(request.Partner))
        && (request.Clause.Length == 0 || activity.Clauses.Contains(request.Clause))
        && (request.Indicator.Length == 0 || activity.Indicators.Contains(request.Indicator))
        && ActivityMark.Of(Level.Unspecified, activity).Overlaps(new ActivityMark(Level.Unspecified, default, request.From, request.Until));

    private static bool IsAskedFor(Commitment commitment, ListCommitmentsRequest request) =>
        (request.Activity.Length == 0 || commitment.Activity == request.Activity)
        && (request.Partner.Length == 0 || commitment.Partner == request.Partner)
        && (request.State == V1.Commitment.Types.State.Unspecified || commitment.State == request.State)
        && (!request.Missed || commitment.Missed)
        && (request.DueUntil.Length == 0 || string.CompareOrdinal(commitment.Due, request.DueUntil) <= 0);

    private static CallFault? PageFault(ListActivitiesRequest request) => request.Below
        ? RecordId.ReferenceFault("page_token", request.PageToken)
        : Check.Id("page_token", request.PageToken);
}
