using CollectiveImpact.Console.Forms;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Meetings;

/// <summary>What a meeting said, decided and took on, between its record and the form.</summary>
internal static class WrittenMinutes
{
    /// <summary>How many rows wait to be filled.</summary>
    private const int Spare = 3;

    public static TypedForm Show(Meeting meeting)
    {
        var typed = new TypedForm().Add("revision", meeting.Revision).Add("minutes", meeting.Minutes);
        foreach (var partner in meeting.Attendees)
            typed.Add($"at.{partner}", "there");
        foreach (var partner in meeting.Absent)
            typed.Add($"at.{partner}", "away");
        foreach (var decision in meeting.Decisions)
            typed.Add("decision.id", decision.Decision_).Add("decision.text", decision.Text).Add("decision.day", decision.Day);
        foreach (var action in meeting.Actions)
        {
            typed.Add("action.id", action.Action).Add("action.what", action.What).Add("action.owner", action.Owner).Add("action.due", action.Due);
            if (action.Done.Length > 0)
                typed.Add("action.done", action.Action);
        }

        for (var i = 0; i < Spare; i++)
        {
            typed.Add("decision.id", "").Add("decision.text", new Text()).Add("decision.day", "");
            typed.Add("action.id", "").Add("action.what", new Text()).Add("action.owner", "").Add("action.due", "");
        }

        return typed;
    }

    /// <summary>Writes what was typed into a meeting. What the form does not show stays.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="into">The meeting as it stands.</param>
    /// <param name="partners">Those whose presence the form asked for.</param>
    /// <param name="held">The day on which it met, by the clocks there: that of the decisions without one.</param>
    /// <param name="today">The day on which what was ticked off now was done.</param>
    public static void Read(TypedForm typed, Meeting into, IEnumerable<string> partners, string held, string today)
    {
        var known = partners.Union(into.Attendees).Union(into.Absent).ToList();
        into.Minutes = typed.TextOrNone("minutes");
        into.Attendees.Clear();
        into.Attendees.Add(known.Where(partner => typed[$"at.{partner}"] == "there"));
        into.Absent.Clear();
        into.Absent.Add(known.Where(partner => typed[$"at.{partner}"] == "away"));
        var decisions = Decisions(typed, into.Decisions, held).ToList();
        into.Decisions.Clear();
        into.Decisions.Add(decisions);
        var actions = Actions(typed, into.Actions, today).ToList();
        into.Actions.Clear();
        into.Actions.Add(actions);
    }

    private static IEnumerable<Decision> Decisions(TypedForm typed, IReadOnlyList<Decision> standing, string held)
    {
        var taken = typed.All("decision.id").ToHashSet();
        for (var row = 0; row < typed.Rows("decision.id"); row++)
        {
            var (id, text) = (typed.At("decision.id", row), typed.TextOrNone("decision.text", row));
            if (text is null || (id.Length > 0 && typed.Has("decision.remove", id)))
                continue;
            var decision = standing.FirstOrDefault(each => each.Decision_ == id)?.Clone() ?? new Decision();
            decision.Decision_ = id.Length > 0 ? id : MadeId.Of(text, "decision", taken);
            taken.Add(decision.Decision_);
            (decision.Text, decision.Day) = (text, typed.At("decision.day", row) is { Length: > 0 } day ? day : held);
            yield return decision;
        }
    }

    private static IEnumerable<MeetingAction> Actions(TypedForm typed, IReadOnlyList<MeetingAction> standing, string today)
    {
        var taken = typed.All("action.id").ToHashSet();
        for (var row = 0; row < typed.Rows("action.id"); row++)
        {
            var (id, what) = (typed.At("action.id", row), typed.TextOrNone("action.what", row));
            if (what is null || (id.Length > 0 && typed.Has("action.remove", id)))
                continue;
            var action = standing.FirstOrDefault(each => each.Action == id)?.Clone() ?? new MeetingAction();
            action.Action = id.Length > 0 ? id : MadeId.Of(what, "action", taken);
            taken.Add(action.Action);
            (action.What, action.Owner, action.Due) = (what, typed.At("action.owner", row), typed.At("action.due", row));
            action.Done = id.Length == 0 || !typed.Has("action.done", id) ? "" : action.Done.Length > 0 ? action.Done : today;
            yield return action;
        }
    }
}
