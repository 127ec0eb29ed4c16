using CollectiveImpact.Backbone.Communication;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf.WellKnownTypes;
using static CollectiveImpact.Backbone.Tests.Communication.Saying;

namespace CollectiveImpact.Backbone.Tests.Communication;

/// <summary>What holds of digests and of silence whatever happened.</summary>
public sealed class RuleTests
{
    private static readonly DateTime First = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static Gen<string> Days => Gen.Choose(0, 29).Select(Day);

    [Fact]
    public void the_digests_of_two_adjoining_periods_add_up_to_that_of_the_whole()
    {
        var periods =
            from material in Materials
            from bounds in Gen.Three(Gen.Choose(0, 29))
            from person in Gen.Elements("", "jane", "joe")
            select (Material: material, Bounds: new[] { bounds.Item1, bounds.Item2, bounds.Item3 }.Order().ToArray(), Person: person);
        Prop.ForAll(periods.ToArbitrary(), each =>
        {
            var (first, cut, last) = (each.Bounds[0], each.Bounds[1], each.Bounds[2] + 1);
            var (before, after, whole) = (Digest(first, cut), Digest(cut + 1, last), Digest(first, last));
            return Sum(parts => parts.Announcements.Count) && Sum(parts => parts.Meetings.Count) && Sum(parts => parts.Held)
                && Sum(parts => parts.Decisions.Count) && Sum(parts => parts.Due.Count)
                && whole.Overdue.Count == before.Overdue.Count && after.Overdue.Count == before.Overdue.Count + before.Due.Count
                && whole.Undated.Count == before.Undated.Count;

            bool Sum(Func<DigestParts, int> count) => count(before) + count(after) == count(whole);
            DigestParts Digest(int from, int until) =>
                DigestOf.Period(each.Material, each.Person, Day(from), Day(until), new DateTimeOffset(First.AddDays(15)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void a_part_of_a_digest_counts_all_and_names_at_most_fifty()
    {
        List<Marked> announcements = [.. Enumerable.Range(0, 70).Select(i => new Marked(Day(i % 10), Hamilton, $"s{i:00}", ""))];

        var part = DigestOf.Period(new DigestMaterial(announcements, 0, new DigestPart<DigestThread>(0, []), [], [], [], new DigestPart<Marked>(0, [])), "", Day(0), Day(9), default).Announcements;

        Assert.Equal((70, 50), (part.Count, part.Entries.Count));
        Assert.Equal(part.Entries.OrderByDescending(entry => entry.Place, StringComparer.Ordinal), part.Entries);
    }

    [Fact]
    public void who_is_silent_since_a_day_is_silent_since_every_later_one()
    {
        var cases =
            from all in (from id in Gen.Choose(0, 1000) from day in Gen.OneOf(Days, Gen.Constant("")) select new Heard("partner", $"p{id}", day)).ListOf()
            from one in Days
            from other in Days
            select (All: all.ToList(), One: one, Other: other);
        Prop.ForAll(cases.ToArbitrary(), each =>
        {
            var (early, late) = string.CompareOrdinal(each.One, each.Other) <= 0 ? (each.One, each.Other) : (each.Other, each.One);
            var silent = SilenceOf.Since(each.All, late).ToList();
            // The longest silent come first, so those of the earlier day are the first of those of the later.
            return SilenceOf.Since(each.All, early).SequenceEqual(silent.Where(heard => string.CompareOrdinal(heard.LastHeard, early) < 0))
                && silent.SequenceEqual(silent.OrderBy(heard => heard.LastHeard, StringComparer.Ordinal).ThenBy(heard => heard.Id, StringComparer.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void a_day_to_come_is_none_on_which_anybody_was_heard()
    {
        Assert.Equal("2026-01-02", SilenceOf.Last(["2026-01-01", "2026-01-02", "2026-01-03", ""], "2026-01-02"));
        Assert.Equal("", SilenceOf.Last(["2026-01-03"], "2026-01-02"));
    }

    private static Gen<DigestMaterial> Materials =>
        from announcements in Marks("a").ListOf()
        from meetings in Meetings.ListOf()
        from decisions in (from day in Days select new DecisionEntry { Initiative = Hamilton, Meeting = "m", Decision = Decision("d", day) }).ListOf()
        from actions in (from due in Gen.OneOf(Days, Gen.Constant(""))
                         from owner in Gen.Elements("", "jane")
                         from done in Gen.OneOf(Gen.Constant(""), Days)
                         select new ActionEntry { Initiative = Hamilton, Meeting = "m", Action = Action("a", owner, due, done) }).ListOf()
        select new DigestMaterial([.. announcements], 0, new DigestPart<DigestThread>(0, []), [.. meetings], [.. decisions], [.. actions], new DigestPart<Marked>(0, []));

    private static Gen<Meeting> Meetings =>
        from hours in Gen.Choose(0, (30 * 24) - 1)
        from person in Gen.Elements("jane", "joe")
        select new Meeting { Meeting_ = "m", Starts = Timestamp.FromDateTime(First.AddHours(hours)), Attendees = { person } };

    private static Gen<Marked> Marks(string prefix) =>
        from day in Days from id in Gen.Choose(0, 99) select new Marked(day, Canada, $"{prefix}{id}", "");

    private static string Day(int number) => First.AddDays(number).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
