using CollectiveImpact.Backbone.Charter;
using FsCheck;
using FsCheck.Fluent;

namespace CollectiveImpact.Backbone.Tests.Charter;

/// <summary>Who holds a function follows from the charter's documents alone.</summary>
public sealed class TenuresTests
{
    private const string Young = "hamilton";
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Fact]
    public void an_initiative_that_declares_itself_holds_at_once() =>
        Assert.Equal(Young, Of(Proposed(1, Young, Young)).Current?.Writer);

    [Fact]
    public void another_holds_when_it_has_accepted_and_the_initiative_has_heard_of_it()
    {
        var asked = Proposed(1, Young, "on");
        Assert.Null(Of(asked).Current);
        var accepted = Answered(asked, 1, Young, "on", true);
        Assert.Equal((null, "on"), (Of(accepted).Current, Of(accepted).Accepted?.Writer));
        Assert.Equal("on", Of(Begun(accepted, 0, "on")).Current?.Writer);
    }

    [Fact]
    public void an_answer_to_other_words_does_not_count()
    {
        var answered = Answered(Proposed(1, Young, "on"), 1, Young, "on", true);
        Assert.Null(Of(Proposed(answered, 1, Young, revision: 2, "on")).Accepted);
    }

    [Fact]
    public void all_that_hold_jointly_must_accept()
    {
        var one = Answered(Proposed(1, Young, "on", "qc"), 1, Young, "on", true);
        Assert.Null(Of(one).Current);
        Assert.Null(Of(one).Accepted);
        Assert.Equal("on qc", string.Join(' ', Of(Answered(one, 1, Young, "qc", true)).Accepted!.Holders));
    }

    [Fact]
    public void what_is_declined_waits_no_more() =>
        Assert.Empty(Of(Answered(Proposed(1, Young, "on"), 1, Young, "on", false)).Waiting);

    [Fact]
    public void the_next_begins_when_the_one_before_has_released()
    {
        var accepted = Answered(Proposed(Proposed(1, Young, Young), 2, Young, 1, "on"), 2, Young, "on", true);
        Assert.Equal((Young, "on"), (Of(accepted).Current?.Writer, Of(accepted).Accepted?.Writer));
        Assert.Equal("on", Of(Released(accepted, 1, Young, Young)).Current?.Writer);
    }

    [Fact]
    public void only_the_holder_hands_over()
    {
        var stranger = Proposed(Proposed(1, Young, Young), 2, "qc", 1, "qc");
        Assert.Empty(Of(stranger).Waiting);
    }

    [Fact]
    public void a_term_that_is_over_needs_no_release()
    {
        var lapsed = Ended(Young);
        Assert.Equal((1, true, 100), (Of(lapsed).Current?.Epoch, Of(lapsed).IsOver, Of(lapsed).VacantEpoch));
        var declared = Proposed(lapsed, 2, Young, 1, Young);
        Assert.Equal((1, Young), (Of(declared).Current?.Epoch, Of(declared).Accepted?.Writer));
        Assert.Equal(101, Of(Begun(declared, 100, Young)).Current?.Epoch);
    }

    [Fact]
    public void what_was_handed_over_in_a_term_unheard_stands_before_what_the_initiative_said_when_it_was_over()
    {
        var lapsed = Begun(Ended("on"), 100, Young);
        var handed = Released(lapsed, 1, "on", "on", new Proposal("on", 2, 0, ["qc"], "qc", null, null, Today.AddDays(-1)));
        Assert.Equal(["on 1", "qc 2", $"{Young} 101"], Of(handed).Past.Select(tenure => $"{tenure.Writer} {tenure.Epoch}"));
    }

    [Fact]
    public void what_was_declared_for_longer_than_the_term_in_which_it_began_waits_for_the_initiative_s_word_once_that_is_over()
    {
        var declared = Answered(Proposed(Ended("on"), 2, Young, 1, "qc"), 2, Young, "qc", true);
        var begun = Released(declared, 1, "on", Young, new Proposal(Young, 2, 0, ["qc"], "qc", null, null, Today.AddDays(-1)));
        Assert.Equal((2, true, "qc"), (Of(begun).Current?.Epoch, Of(begun).IsOver, Of(begun).Accepted?.Writer));
        Assert.Null(Of(begun).Accepted!.Until);
        Assert.Equal(("qc", 101), (Of(Begun(begun, 100, "qc")).Current?.Writer, Of(Begun(begun, 100, "qc")).Current?.Epoch));
    }

    [Fact]
    public void what_an_earlier_release_proposed_begins_by_acceptance_and_what_it_released_begins_what_is_proposed()
    {
        var first = Answered(Proposed(CharterRecord.Empty, 1, Young, 1, false, "on"), 1, Young, "on", true);
        Assert.Equal("on", Of(first).Current?.Writer);
        var second = Answered(Proposed(first, 2, Young, 1, false, "qc"), 2, Young, "qc", true);
        Assert.Equal("qc", Of(Released(second, 1, "on", Young)).Current?.Writer);
    }

    [Fact]
    public void a_release_says_what_begins_whatever_is_proposed_later()
    {
        var accepted = Answered(Proposed(Proposed(1, Young, Young), 2, Young, 1, "on"), 2, Young, "on", true);
        var changed = Proposed(Released(accepted, 1, Young, Young, new Proposal(Young, 2, 0, ["on"], "on", null, null, null)), 2, Young, 2, Young);
        Assert.Equal(("on", 0), (Of(changed).Current?.Writer, Of(changed).Waiting.Length));
    }

    [Fact]
    public void the_order_in_which_documents_come_does_not_matter() => Prop.ForAll(Gen.Shuffle(Steps).ToArbitrary(), steps =>
    {
        var tenures = Of(steps.Aggregate(CharterRecord.Empty, (record, step) => step(record)));
        return tenures.Past.Select(tenure => tenure.Writer).SequenceEqual([Young, "on", Young]);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void epochs_follow_one_another_whatever_is_missing() => Prop.ForAll(Gen.SubListOf(Steps).ToArbitrary(), steps =>
    {
        var past = Of(steps.Aggregate(CharterRecord.Empty, (record, step) => step(record))).Past;
        return past.Select(tenure => tenure.Epoch).SequenceEqual(Enumerable.Range(1, past.Length).Select(epoch => (long)epoch));
    }).QuickCheckThrowOnFailure();

    /// <summary>A young initiative holds, asks the province, which takes it and hands it back.</summary>
    private static readonly Func<CharterRecord, CharterRecord>[] Steps =
    [
        record => Proposed(record, 1, Young, 1, Young),
        record => Proposed(record, 2, Young, 1, "on"),
        record => Answered(record, 2, Young, "on", true),
        record => Released(record, 1, Young, Young),
        record => Proposed(record, 3, "on", 1, Young),
        record => Released(record, 2, "on", "on"),
    ];

    private static Tenures Of(CharterRecord record) => Tenures.Of(Young, record, Today);

    private static CharterRecord Proposed(long epoch, string proposer, params string[] holders) =>
        Proposed(CharterRecord.Empty, epoch, proposer, 1, holders);

    private static CharterRecord Proposed(CharterRecord record, long epoch, string proposer, long revision, params string[] holders) =>
        Proposed(record, epoch, proposer, revision, Of(record).NeedsWord(proposer, holders[0]), holders);

    private static CharterRecord Proposed(CharterRecord record, long epoch, string proposer, long revision, bool needsWord, params string[] holders) => record with
    {
        Proposals = record.Proposals.SetItem((epoch, proposer), new Proposal(proposer, epoch, revision, [.. holders], holders[0], null, null, null, needsWord)),
    };

    /// <summary>A first term that ended yesterday.</summary>
    private static CharterRecord Ended(string holder) => Released(
        CharterRecord.Empty, 0, Young, Young, new Proposal(Young, 1, 0, [holder], holder, null, null, Today.AddDays(-1)), isVacant: true);

    private static CharterRecord Answered(CharterRecord record, long epoch, string proposer, string responder, bool accepted) => record with
    {
        Responses = record.Responses.SetItem((epoch, proposer, responder), new Response(accepted, 1, null)),
    };

    private static CharterRecord Released(CharterRecord record, long epoch, string holder, string proposer, Proposal? tenure = null) =>
        Released(record, epoch, holder, proposer, tenure, isVacant: false);

    /// <summary>The initiative's word where nobody holds.</summary>
    private static CharterRecord Begun(CharterRecord record, long vacant, string holder) =>
        Released(record, vacant, Young, Young, new Proposal(Young, vacant + 1, 0, [holder], holder, null, null, null), isVacant: true);

    private static CharterRecord Released(CharterRecord record, long epoch, string holder, string proposer, Proposal? tenure, bool isVacant) => record with
    {
        Releases = record.Releases.SetItem((epoch, holder), new Release(proposer, tenure, isVacant, new LogPlace("log", 1, DateTimeOffset.UnixEpoch), [])),
    };
}
