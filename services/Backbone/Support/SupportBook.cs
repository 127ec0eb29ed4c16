using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>A plan as it is found without being read.</summary>
/// <param name="Plan">Whose, and which.</param>
/// <param name="Planned">What it plans.</param>
/// <param name="Given">Hundredths of hours that were given.</param>
/// <param name="Times">How many times.</param>
/// <param name="LastGiven">When last; empty where nothing was given.</param>
/// <param name="IsJudged">Whether the child's judgement is known.</param>
/// <param name="IsOpen">Whether it is wanted.</param>
internal sealed record SupportLine(Place Plan, PlannedSupport Planned, long Given, int Times, string LastGiven, bool IsJudged, bool IsOpen);

/// <summary>What is planned, given and judged of support, added up by the database, as of one moment.</summary>
internal sealed class SupportBook(LogReader reader, DateOnly today)
{
    // After every id: the text that begins so ends before this.
    private const string End = "\U0010FFFF";

    private readonly string _today = today.Written();

    /// <summary>All plans of a giver, those that it keeps included.</summary>
    public IEnumerable<SupportLine> Given(string giver)
    {
        var given = new Sums(reader, giver + "/", End);
        var judged = ReferenceTable.Beginning(reader, SupportTopic.Judged(giver + "/"), SupportJudgementKind.Kind).Select(mention => (mention.Target, mention.Initiative)).ToHashSet();
        return new[] { SupportPlanKind.Kind, TwinKind<SupportPlan>.Kept(SupportPlanKind.Kind) }
            .SelectMany(kind => ReferenceTable.To(reader.Query, SupportTopic.From(giver), kind))
            .Select(mention => Line(mention, given, (plan, child) => judged.Contains((SupportTopic.Judged(plan), child))));
    }

    /// <summary>All plans for a child that are known to it.</summary>
    public IEnumerable<SupportLine> Received(string child) => ReferenceTable.To(reader.Query, SupportTopic.For(child), SupportPlanKind.Kind).Select(mention => One(mention, child));

    /// <summary>One of them.</summary>
    public SupportLine Of(Found<SupportPlan> plan)
    {
        var (kind, detail) = (plan.Document.Content.Kind, PlannedSupport.Of(plan.Record).Detail);
        return One(new Mention("", kind, plan.Initiative, plan.Id, detail), plan.Record.Child);
    }

    private SupportLine One(Mention mention, string child)
    {
        var name = $"{mention.Initiative}/{mention.Id}";
        // A blank comes before all that ids are made of.
        return Line(mention, new Sums(reader, name, " "), (plan, _) => ReferenceTable.To(reader.Query, SupportTopic.Judged(plan), SupportJudgementKind.Kind).Any(each => each.Initiative == child));
    }

    private SupportLine Line(Mention mention, Sums sums, Func<string, string, bool> isJudged)
    {
        var (place, planned) = (new Place(mention.Initiative, mention.Id), PlannedSupport.Read(mention.Detail));
        var (times, hundredths, last) = sums.Of(place);
        var judged = isJudged(place.Name, planned.Child);
        var hasEnded = planned.Until.Length > 0 && string.CompareOrdinal(planned.Until, _today) < 0;
        return new SupportLine(place, planned, hundredths, times, last, judged, !judged && mention.Kind == SupportPlanKind.Kind && (times > 0 || hasEnded));
    }

    /// <summary>What was given by plans whose names begin so, or by one of that name.</summary>
    private sealed class Sums(LogReader reader, string names, string end)
    {
        private readonly Dictionary<string, (int Count, long Sum)> _hours =
            ReferenceTable.Sums(reader, $"{SupportTopic.HoursWord} {names}", $"{SupportTopic.HoursWord} {names}{end}", SupportGivenKind.Kind);

        private readonly Dictionary<string, string> _last = ReferenceTable.Greatest(reader, $"{SupportTopic.DayWord} {names}", $"{SupportTopic.DayWord} {names}{end}", SupportGivenKind.Kind);

        public (int Times, long Hundredths, string Last) Of(Place plan)
        {
            var (times, hundredths) = _hours.GetValueOrDefault(SupportTopic.HoursOf(plan.Initiative, plan.Id));
            return (times, hundredths, _last.GetValueOrDefault(SupportTopic.DayOf(plan.Initiative, plan.Id), ""));
        }
    }
}
