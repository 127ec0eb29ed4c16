using CollectiveImpact.Backbone.Agenda;
using FsCheck;
using FsCheck.Fluent;
using static CollectiveImpact.Backbone.Tests.Agenda.AgendaWords;
using Change = CollectiveImpact.V1.ClauseChange.Types.Change;

namespace CollectiveImpact.Backbone.Tests.Agenda;

/// <summary>Quorum, comparison and drift follow from the documents alone: they hold for all.</summary>
public sealed class AgendaRulesTests
{
    private const string Fingerprint = "these words";
    private static readonly string[] Ids = ["a", "b", "c", "d", "e", "f"];

    /// <summary>A version, and what each of its ratifiers answered to each clause; 0: nothing.</summary>
    private static readonly Gen<Vote> Votes =
        from ratifiers in Gen.Choose(1, 8)
        from clauses in Gen.Choose(1, 4)
        from answered in Gen.Choose(1, 100)
        from agreed in Gen.Choose(1, 100)
        from cells in Gen.ListOf(Gen.Choose(0, 3), ratifiers * clauses)
        select new Vote(Version(ratifiers, clauses, answered, agreed), [.. cells.Chunk(clauses).Select((row, i) => Said($"r{i}", row))]);

    private static readonly Gen<IReadOnlyList<Clause>> Agendas =
        from ids in Gen.SubListOf(Ids)
        from texts in Gen.ListOf(Gen.Choose(0, 2), Ids.Length)
        from numbers in Gen.Shuffle(Ids)
        select (IReadOnlyList<Clause>)[.. ids.Select((id, i) => Goal(id, numbers[i], $"{texts.ElementAt(i)}"))];

    [Fact]
    public void a_quorum_is_met_exactly_when_its_hundredths_are_reached() => Prop.ForAll(Votes.ToArbitrary(), vote =>
    {
        var (version, standing) = (vote.Version, QuorumCount.Of(vote.Version, vote.Said));
        var (ratifiers, clauses) = (version.Ratifiers.Count, version.Clauses.Count);
        var full = vote.Said.Count(said => said.Answers.Count == clauses);
        var agreed = version.Clauses.Select(clause => vote.Said.SelectMany(said => said.Answers)
            .Count(answer => answer.Clause == clause.Clause_ && answer.Answer != ClauseAnswer.Types.Answer.Declines)).ToList();
        var met = full * 100 >= version.Quorum.AnsweredPercent * ratifiers && agreed.TrueForAll(each => each * 100 >= version.Quorum.AgreedPercent * ratifiers);
        return standing.QuorumMet == met && standing.Answered == full;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void every_ratifier_counts_once_for_every_clause() => Prop.ForAll(Votes.ToArbitrary(), vote =>
        QuorumCount.Of(vote.Version, vote.Said).Clauses.All(clause =>
            clause.Adopted + clause.Adapted + clause.Declined + clause.Unanswered == vote.Version.Ratifiers.Count)).QuickCheckThrowOnFailure();

    [Fact]
    public void what_lacks_is_what_would_do_and_no_less() => Prop.ForAll(Votes.ToArbitrary(), vote =>
        QuorumCount.Of(vote.Version, vote.Said).Clauses.All(clause =>
        {
            var (have, need, of) = (clause.Adopted + clause.Adapted, vote.Version.Quorum.AgreedPercent, vote.Version.Ratifiers.Count);
            return (have + clause.Lacking) * 100 >= need * of && (clause.Lacking == 0 || (have + clause.Lacking - 1) * 100 < need * of);
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void the_order_of_answers_and_what_does_not_belong_to_the_version_make_no_difference() => Prop.ForAll(Votes.ToArbitrary(), vote =>
    {
        var whole = vote.Version.Clauses.Count;
        Ratification[] strangers =
        [
            Said("stranger", [.. Enumerable.Repeat(1, whole)]),
            new(Said("r0", [.. Enumerable.Repeat(1, whole)])) { Fingerprint = "other words" },
            Said("r0", [.. Enumerable.Repeat(1, whole + 1)]),
        ];
        return QuorumCount.Of(vote.Version, strangers.Concat(vote.Said.Reverse())).Equals(QuorumCount.Of(vote.Version, vote.Said));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_comparison_leads_from_the_one_to_the_other() => Prop.ForAll(Agendas.ToArbitrary(), Agendas.ToArbitrary(), (from, to) =>
    {
        var clauses = from.ToDictionary(clause => clause.Clause_);
        foreach (var change in Comparison.Of(from, to).Where(change => change.Change != Change.Unchanged))
        {
            if (change.After is null) clauses.Remove(change.Clause);
            else clauses[change.Clause] = change.After;
        }

        return clauses.Values.OrderBy(clause => clause.Clause_).SequenceEqual(to.OrderBy(clause => clause.Clause_));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_comparison_read_backwards_is_its_mirror() => Prop.ForAll(Agendas.ToArbitrary(), Agendas.ToArbitrary(), (from, to) =>
        Comparison.Of(from, to).Select(Mirror).OrderBy(change => change.Clause).SequenceEqual(Comparison.Of(to, from).OrderBy(change => change.Clause))).QuickCheckThrowOnFailure();

    [Fact]
    public void nothing_differs_from_itself() => Prop.ForAll(Agendas.ToArbitrary(), agenda =>
        Comparison.Of(agenda, agenda).All(change => change.Change == Change.Unchanged)).QuickCheckThrowOnFailure();

    [Fact]
    public void an_alignment_drifts_exactly_while_the_clause_reads_otherwise_than_judged() => Prop.ForAll(Courses.ToArbitrary(), course =>
    {
        var drift = Drift.Of(course.Versions, course.JudgedAt, "a");
        var (judged, last) = (course.Clause(course.JudgedAt), course.Clause(course.Versions[^1].Version));
        return judged == last ? drift is null : drift is not null && Equals(drift.Before?.Text.En, judged) && Equals(drift.After?.Text.En, last);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_drift_is_dated_by_the_version_since_which_the_clause_has_never_read_as_judged() => Prop.ForAll(Courses.ToArbitrary(), course =>
    {
        if (Drift.Of(course.Versions, course.JudgedAt, "a") is not { } drift) return true;
        var judged = course.Clause(course.JudgedAt);
        return drift.Since > course.JudgedAt
            && course.Versions.Where(version => version.Version >= drift.Since).All(version => course.Clause(version.Version) != judged)
            && (drift.Since - 1 == course.JudgedAt || course.Clause(drift.Since - 1) == judged);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_clause_that_only_moves_does_not_drift()
    {
        AgendaVersion[] versions =
        [
            new() { Version = 1, Clauses = { Goal("a", "1", "x") } },
            new() { Version = 2, Clauses = { Goal("b", "1", "y"), Goal("a", "2", "x") } },
        ];
        Assert.Null(Drift.Of(versions, 1, "a"));
        versions[1].Clauses[1].Kind = Clause.Types.Kind.Action;
        Assert.Equal(2, Drift.Of(versions, 1, "a")?.Since);
    }

    /// <summary>Versions put in force one after the other, of a clause that reads one thing or another, or is not there.</summary>
    private static readonly Gen<Course> Courses =
        from texts in Gen.NonEmptyListOf(Gen.Choose(0, 3))
        from judged in Gen.Choose(1, texts.Count)
        select new Course([.. texts.Select((text, i) => new AgendaVersion { Version = i + 1, Clauses = { text == 3 ? [] : new[] { Goal("a", "1", $"{text}") } } })], judged);

    private static AgendaVersion Version(int ratifiers, int clauses, int answered, int agreed) => new()
    {
        Fingerprint = Fingerprint,
        Quorum = new Quorum { AnsweredPercent = answered, AgreedPercent = agreed },
        Ratifiers = { Enumerable.Range(0, ratifiers).Select(i => new Ratifier { Partner = $"r{i}" }) },
        Clauses = { Enumerable.Range(0, clauses).Select(i => Goal($"c{i}", $"{i}", "x")) },
    };

    private static Ratification Said(string ratifier, IReadOnlyList<int> answers) => new()
    {
        Ratifier = ratifier,
        Fingerprint = Fingerprint,
        Answers = { answers.Select((answer, i) => new ClauseAnswer { Clause = $"c{i}", Answer = (ClauseAnswer.Types.Answer)answer }).Where(answer => answer.Answer != 0) },
    };

    private static ClauseChange Mirror(ClauseChange change) => new()
    {
        Clause = change.Clause,
        Before = change.After,
        After = change.Before,
        Change = change.Change switch { Change.Added => Change.Removed, Change.Removed => Change.Added, var same => same },
    };

    private sealed record Vote(AgendaVersion Version, IReadOnlyList<Ratification> Said);

    private sealed record Course(IReadOnlyList<AgendaVersion> Versions, int JudgedAt)
    {
        public string? Clause(int version) => Versions[version - 1].Clauses.FirstOrDefault()?.Text.En;
    }
}
