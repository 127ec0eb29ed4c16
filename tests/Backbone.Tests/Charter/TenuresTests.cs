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
    public void another_holds_when_it_has_accepted()
    {
        var asked = Proposed(1, Young, "on");
        Assert.Null(Of(asked).Current);
        Assert.Equal("on", Of(Answered(asked, 1, Young, "on", true)).Current?.Writer);
    }

    [Fact]
    public void an_answer_to_other_words_does_not_count()
    {
        var answered = Answered(Proposed(1, Young, "on"), 1, Young, "on", true);
        Assert.Null(Of(Proposed(answered, 1, Young, revision: 2, "on")).Current);
    }

    [Fact]
    public void all_that_hold_jointly_must_accept()
    {
        var one = Answered(Proposed(1, Young, "on", "qc"), 1, Young, "on", true);
        Assert.Null(Of(one).Current);
        Assert.Equal("on qc", string.Join(' ', Of(Answered(one, 1, Young, "qc", true)).Current!.Holders));
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
        var lapsed = Until(1, Young, Young, Today.AddDays(-1));
        Assert.Equal(1, Of(lapsed).Current?.Epoch);
        Assert.Equal(2, Of(Proposed(lapsed, 2, Young, 1, Young)).Current?.Epoch);
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

    private static CharterRecord Proposed(CharterRecord record, long epoch, string proposer, long revision, params string[] holders) => record with
    {
        Proposals = record.Proposals.SetItem((epoch, proposer), new Proposal(proposer, epoch, revision, [.. holders], holders[0], null, null, null)),
    };

    private static CharterRecord Until(long epoch, string proposer, string holder, DateOnly until) => CharterRecord.Empty with
    {
        Proposals = CharterRecord.Empty.Proposals.SetItem((epoch, proposer), new Proposal(proposer, epoch, 1, [holder], holder, null, null, until)),
    };

    private static CharterRecord Answered(CharterRecord record, long epoch, string proposer, string responder, bool accepted) => record with
    {
        Responses = record.Responses.SetItem((epoch, proposer, responder), new Response(accepted, 1, null)),
    };

    private static CharterRecord Released(CharterRecord record, long epoch, string holder, string proposer) => record with
    {
        Releases = record.Releases.SetItem((epoch, holder), new Release(proposer, new LogPlace("log", 1, DateTimeOffset.UnixEpoch), [])),
    };
}
