using System.Globalization;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;

namespace CollectiveImpact.Console.Meetings;

/// <summary>What is said when a meeting is called, between its record and the form.</summary>
internal static class CalledMeeting
{
    private const int LongestInMinutes = 10_080;

    public static TypedForm Blank(Zone zone) => new TypedForm().Add("zone", zone.Id).Add("sharing", nameof(Sharing.Kept));

    public static TypedForm Show(Meeting meeting, Zone zone)
    {
        var starts = zone.Local(meeting.Starts.ToDateTime());
        return new TypedForm()
            .Add("revision", meeting.Revision)
            .Add("name", meeting.Name)
            .Add("day", DateOnly.FromDateTime(starts).Written())
            .Add("time", starts.ToString("HH:mm", CultureInfo.InvariantCulture))
            .Add("zone", zone.Id)
            .Add("minutes", meeting.MinutesLong > 0 ? meeting.MinutesLong.ToString(CultureInfo.InvariantCulture) : "")
            .Add("place", meeting.Place)
            .Add("agenda", new Text { En = Lines(meeting.Agenda.Select(item => item.En)), Fr = Lines(meeting.Agenda.Select(item => item.Fr)) })
            .AddAll("invited", meeting.Attendees)
            .Add("sharing", meeting.Sharing.ToString());
    }

    /// <summary>Writes what was typed into a meeting, and says what of it is wrong. What the form does not show stays.</summary>
    public static void Read(TypedForm typed, Meeting into, Edition edition)
    {
        var words = edition.Words;
        into.Name = typed.Text("name");
        if (into.Name is { En: "", Fr: "" })
            typed.Wrong("name", words.FillInField(words.MeetingName));
        var zone = Zone.Named(typed["zone"]);
        if (zone.Instant(typed["day"], "00:00") is null)
            typed.Wrong("day", words.NoDay(words.MeetingDay));
        else if (zone.Instant(typed["day"], typed["time"]) is { } starts)
            into.Starts = Timestamp.FromDateTime(starts);
        else
            typed.Wrong("time", words.NoTime(words.MeetingTime));
        var minutes = 0;
        if (typed["minutes"].Length > 0 && !(int.TryParse(typed["minutes"], NumberStyles.None, CultureInfo.InvariantCulture, out minutes) && minutes <= LongestInMinutes))
            typed.Wrong("minutes", words.NoCount(words.MinutesLongField, LongestInMinutes));
        into.MinutesLong = minutes;
        into.Place = typed.TextOrNone("place");
        into.Agenda.Clear();
        into.Agenda.Add(Items(typed.Text("agenda")));
        into.Attendees.Clear();
        into.Attendees.Add(typed.All("invited").Distinct().Except(into.Absent));
        into.Sharing = typed.Choice<Sharing>("sharing");
    }

    /// <summary>An item a line, the two languages side by side in the same order.</summary>
    private static IEnumerable<Text> Items(Text agenda)
    {
        var (en, fr) = (agenda.En.Split('\n'), agenda.Fr.Split('\n'));
        for (var i = 0; i < Math.Max(en.Length, fr.Length); i++)
        {
            var item = new Text { En = i < en.Length ? en[i].Trim() : "", Fr = i < fr.Length ? fr[i].Trim() : "" };
            if (item.En.Length > 0 || item.Fr.Length > 0)
                yield return item;
        }
    }

    // A line is an item, so one that was written elsewhere with several becomes one.
    private static string Lines(IEnumerable<string> items) => string.Join('\n', items.Select(item => item.ReplaceLineEndings(" "))).TrimEnd('\n');
}
