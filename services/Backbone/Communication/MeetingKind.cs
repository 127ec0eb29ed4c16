using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>A meeting, with what it decided and who took on what.</summary>
internal sealed class MeetingKind(TimeProvider time, Sharing sharing)
    : SpokenKind<Meeting>(time, sharing == Sharing.Kept ? Kept : Shared, sharing == Sharing.Kept ? Travel.Kept : Travel.Line)
{
    private const string Shared = "meeting", Kept = "meeting-kept";
    private const int MostMinutes = 7 * 24 * 60, MostItems = 50, MostPartners = 200, MostAgreed = 100;

    /// <summary>By when they begin.</summary>
    public static Look Held { get; } = new("meets", Shared, Kept);

    /// <summary>By the days on which they decided something.</summary>
    public static Look Decided { get; } = new("decided", Shared, Kept);

    /// <summary>By the days on which what was taken on is due; the detail says whether it is open, done, or there are both.</summary>
    public static Look Due { get; } = new("due", Shared, Kept);

    /// <summary>Stands where an action has no day: after all days.</summary>
    public const string NoDay = "9999-99-99";

    public const string Open = "open", Done = "done";

    protected override string? Twin => sharing == Sharing.Kept ? Shared : Kept;

    public override CallFault? Fault(Meeting record) =>
        Check.Name("name", record.Name)
        ?? Spoken.InstantFault("starts", record.Starts)
        ?? (record.MinutesLong is >= 0 and <= MostMinutes
            ? null
            : CallFault.Invalid("minutes_long", $"is {record.MinutesLong}; give 0 to {MostMinutes}, or 0 where it is open"))
        ?? Check.Text("place", record.Place)
        ?? Most("agenda", record.Agenda.Count, MostItems)
        ?? First(record.Agenda, (item, i) => Check.Required($"agenda[{i}]", item))
        ?? Check.Distinct("attendees", record.Attendees, MostPartners, Check.Id)
        ?? Check.Distinct("absent", record.Absent, MostPartners, Check.Id)
        ?? First(record.Absent, (each, i) => record.Attendees.Contains(each) ? CallFault.Invalid($"absent[{i}]", $"{each} is among the attendees too; name it in one of the two") : null)
        ?? Check.Text("minutes", record.Minutes, LongestBody)
        ?? Check.Distinct("decisions", [.. record.Decisions.Select(each => each.Decision_)], MostAgreed, (field, id) => Check.Id($"{field}.decision", id))
        ?? First(record.Decisions, (each, i) => Fault(each)?.Within($"decisions[{i}]"))
        ?? Check.Distinct("actions", [.. record.Actions.Select(each => each.Action)], MostAgreed, (field, id) => Check.Id($"{field}.action", id))
        ?? First(record.Actions, (each, i) => Fault(each)?.Within($"actions[{i}]"));

    protected override IEnumerable<Reference> Marks(Document document, Meeting record)
    {
        var initiative = document.Initiative;
        return
        [
            .. Held.Marks(initiative, Spoken.Sorted(record.Starts), []),
            .. record.Decisions.GroupBy(decision => decision.Day)
                .SelectMany(day => Decided.Marks(initiative, day.Key, day.SelectMany(decision => decision.About))),
            .. record.Decisions.SelectMany(decision => decision.About.Select(about => new Reference(about, decision.Day))),
            .. record.Actions.GroupBy(action => action.Due.Length == 0 ? NoDay : action.Due)
                .SelectMany(day => Due.Marks(initiative, day.Key, [], string.Join(' ', day.Select(State).Distinct()))),
            .. record.Attendees.Concat(record.Actions.Select(action => action.Owner)).Where(partner => partner.Length > 0).Distinct()
                .Select(partner => PartnerMark.Of(initiative, partner, TookPart(record, partner))),
        ];
    }

    private static string State(MeetingAction action) => action.Done.Length == 0 ? Open : Done;

    /// <summary>The day of the meeting, and the last on which the partner had done what it took on.</summary>
    private static IEnumerable<string> TookPart(Meeting meeting, string partner) =>
    [
        .. meeting.Attendees.Contains(partner) ? new[] { Spoken.Day(meeting.Starts) } : [],
        .. meeting.Actions.Where(action => action.Owner == partner && action.Done.Length > 0).Select(action => action.Done).OrderDescending(StringComparer.Ordinal).Take(1),
    ];

    private static CallFault? Fault(Decision decision) =>
        Check.Required("text", decision.Text)
        ?? Spoken.AboutFault("about", decision.About)
        ?? Spoken.DayFault("day", decision.Day);

    private static CallFault? Fault(MeetingAction action) =>
        Check.Required("what", action.What)
        ?? (action.Owner.Length == 0 ? null : Check.Id("owner", action.Owner))
        ?? Check.Day("due", action.Due, out _)
        ?? Check.Day("done", action.Done, out _);

    private static CallFault? Most(string field, int count, int most) =>
        count <= most ? null : CallFault.Invalid(field, $"has {count} entries; at most {most} are taken");

    private static CallFault? First<T>(IReadOnlyList<T> items, Func<T, int, CallFault?> check) =>
        items.Select(check).FirstOrDefault(fault => fault is not null);
}
