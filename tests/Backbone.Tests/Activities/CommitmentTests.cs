using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Activities.Acting;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Activities;

/// <summary>Commitments are open, kept, missed or dropped, and the plan shows how each partner stands with them.</summary>
public sealed class CommitmentTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores);
        await _nest.PrepareAsync();
        await _nest.Local.Save(new Activity(An(Hamilton, "shelters")) { Partners = { Shelter } });
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task one_that_is_open_is_missed_from_the_day_after_it_was_due()
    {
        await _nest.Local.Save(Promise(Hamilton, "beds", "shelters", _nest.Day(0)));
        Assert.False(Assert.Single((await List(new ListCommitmentsRequest())).Commitments).Missed);

        _nest.Clock.Ahead = TimeSpan.FromDays(1);

        Assert.True(Assert.Single((await List(new ListCommitmentsRequest { Missed = true })).Commitments).Missed);
    }

    [Fact]
    public async Task one_that_was_kept_is_not_missed_and_says_when()
    {
        var open = await _nest.Local.Save(Promise(Hamilton, "beds", "shelters", "2020-06-30"));
        Assert.True(open.Missed);

        var kept = await _nest.Local.Save(new Commitment(open) { State = Commitment.Types.State.Kept });

        Assert.Equal((false, _nest.Day(0)), (kept.Missed, kept.KeptOn));
        var (code, fault) = await Refusal(() => _nest.Local.Save(new Commitment(kept) { KeptOn = _nest.Day(2) }));
        Assert.Equal((StatusCode.InvalidArgument, "commitment.kept_on"), (code, fault.Field));
    }

    [Fact]
    public async Task of_two_that_read_the_same_the_second_is_refused()
    {
        var read = await _nest.Local.Save(Promise(Hamilton, "beds", "shelters", "2026-06-30"));
        await _nest.Local.Save(new Commitment(read) { State = Commitment.Types.State.Dropped });
        Assert.Equal(StatusCode.Aborted, (await Refusal(() => _nest.Local.Save(new Commitment(read) { Due = "2026-07-31" }))).Code);
    }

    [Fact]
    public async Task lists_are_filtered_and_paged_by_the_server()
    {
        await _nest.Local.Save(An(Hamilton, "kitchen"));
        for (var i = 0; i < 6; i++)
        {
            await _nest.Local.Save(new Commitment(Promise(Hamilton, $"c{i}", i % 2 == 0 ? "shelters" : "kitchen", $"2020-0{i + 1}-01"))
            {
                Sharing = i < 3 ? Sharing.Kept : Sharing.Shared,
                State = i == 5 ? Commitment.Types.State.Dropped : Commitment.Types.State.Open,
            });
        }

        Assert.Equal(["c0", "c2", "c4"], await Ids(new ListCommitmentsRequest { Activity = "shelters" }));
        Assert.Equal(["c0", "c1", "c2"], await Ids(new ListCommitmentsRequest { DueUntil = "2020-03-01" }));
        Assert.Equal(["c5"], await Ids(new ListCommitmentsRequest { State = Commitment.Types.State.Dropped }));
        Assert.Empty(await Ids(new ListCommitmentsRequest { Partner = Shelter }));
        var paged = await All<string>(async token =>
        {
            var page = await List(new ListCommitmentsRequest { PageSize = 2, PageToken = token });
            return ([.. page.Commitments.Select(each => each.Commitment_)], page.NextPageToken);
        });
        Assert.Equal(["c0", "c1", "c2", "c3", "c4", "c5"], paged);
    }

    public static TheoryData<string, StatusCode, Action<Commitment>> Wrong => new()
    {
        { "commitment.commitment", StatusCode.InvalidArgument, commitment => commitment.Commitment_ = "Beds" },
        { "commitment.activity", StatusCode.InvalidArgument, commitment => commitment.Activity = "" },
        { "commitment.activity", StatusCode.NotFound, commitment => commitment.Activity = "roads" },
        { "commitment.partner", StatusCode.InvalidArgument, commitment => commitment.Partner = "nobody" },
        { "commitment.what", StatusCode.InvalidArgument, commitment => commitment.What = null },
        { "commitment.note.en", StatusCode.InvalidArgument, commitment => commitment.Note = new Text { En = new string('x', 2001) } },
        { "commitment.due", StatusCode.InvalidArgument, commitment => commitment.Due = "" },
        { "commitment.due", StatusCode.InvalidArgument, commitment => commitment.Due = "soon" },
        { "commitment.state", StatusCode.InvalidArgument, commitment => commitment.State = Commitment.Types.State.Unspecified },
        { "commitment.kept_on", StatusCode.InvalidArgument, commitment => commitment.KeptOn = "2026-01-01" },
        { "commitment.sharing", StatusCode.InvalidArgument, commitment => commitment.Activity = "quiet" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task a_field_at_fault_is_named(string field, StatusCode code, Action<Commitment> spoil)
    {
        await _nest.Local.Save(new Activity(An(Hamilton, "quiet")) { Sharing = Sharing.Kept });
        var commitment = Promise(Hamilton, "beds", "shelters", "2026-06-30");
        spoil(commitment);

        var refusal = await Refusal(() => _nest.Local.Save(commitment));

        Assert.Equal((code, field), (refusal.Code, refusal.Fault.Field));
    }

    private async Task<ListCommitmentsResponse> List(ListCommitmentsRequest request) =>
        await _nest.Local.Activities.ListCommitmentsAsync(new ListCommitmentsRequest(request) { Initiative = Hamilton });

    private async Task<IEnumerable<string>> Ids(ListCommitmentsRequest request) => (await List(request)).Commitments.Select(each => each.Commitment_);
}
