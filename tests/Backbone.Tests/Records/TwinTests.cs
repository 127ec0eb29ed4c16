using CollectiveImpact.Backbone.Activities;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Tests.Activities;
using CollectiveImpact.Backbone.Tests.Network;
using CollectiveImpact.Exchange.Documents;
using static CollectiveImpact.Backbone.Tests.Activities.Acting;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Records;

/// <summary>What a former holder kept beside what the present holder shares.</summary>
public sealed class TwinTests(NodeStores stores) : IClassFixture<NodeStores>
{
    [Theory]
    // In one epoch one of the two is withdrawn; where neither is, the shared one stands.
    [InlineData(1, false, 1, true, "shared")]
    [InlineData(1, true, 1, false, "kept")]
    [InlineData(1, false, 1, false, "shared")]
    [InlineData(1, true, 1, true, "")]
    // Of two epochs only the later counts.
    [InlineData(2, false, 1, false, "shared")]
    [InlineData(2, true, 1, false, "")]
    [InlineData(1, false, 2, false, "kept")]
    [InlineData(1, false, 2, true, "")]
    public void of_two_documents_of_a_record_one_stands_or_none(long sharedEpoch, bool sharedGone, long keptEpoch, bool keptGone, string stands)
    {
        var standing = Twins.Standing(A("shared", sharedEpoch, sharedGone), A("kept", keptEpoch, keptGone));

        Assert.Equal(stands, standing?.Content.Kind ?? "");
    }

    [Fact]
    public async Task what_a_former_holder_kept_is_neither_counted_nor_shown_beside_what_the_present_one_writes()
    {
        await using var nest = await TestNest.StartAsync(stores);
        await nest.PrepareAsync();
        await nest.Local.Save(new Activity(An(Hamilton, "shelters")) { Sharing = Sharing.Kept });
        await nest.Local.Save(new Commitment(Promise(Hamilton, "beds", "shelters", nest.Day(9))) { Sharing = Sharing.Kept });
        await nest.HandOverSupportAsync(Hamilton, Ontario);

        await nest.Provincial.Save(An(Hamilton, "shelters"));
        var shared = await nest.Provincial.Save(Promise(Hamilton, "beds", "shelters", nest.Day(9), City));
        await Until(() => Commitments(nest.Local), list => list.Count == 1 && list[0].Sharing == Sharing.Shared);
        Assert.Equal([CommitmentKind.Shared], Counted(nest.Local));
        Assert.Single((await nest.Local.List(new ListActivitiesRequest { Initiative = Hamilton, Partner = City, Below = true })).Activities);
        Assert.Empty(await nest.Local.Faults());

        await nest.Provincial.Activities.RemoveCommitmentAsync(new RemoveCommitmentRequest { Initiative = Hamilton, Commitment = "beds", Revision = shared.Revision });
        await Until(() => Commitments(nest.Local), list => list.Count == 0);
        Assert.Empty(Counted(nest.Local));
        Assert.Empty(await nest.Local.Faults());
    }

    private static async Task<IReadOnlyList<Commitment>> Commitments(TestNode node) =>
        (await node.Activities.ListCommitmentsAsync(new ListCommitmentsRequest { Initiative = Hamilton })).Commitments;

    /// <summary>The kinds of the commitments that name the activity.</summary>
    private static IEnumerable<string> Counted(TestNode node) => node.Log.Read(reader => ReferenceTable.Of(
        reader, ActivityTopic.Committed(Hamilton, "shelters"), CommitmentKind.Shared, CommitmentKind.Kept).Select(mention => mention.Kind));

    private static StoredDocument A(string kind, long epoch, bool isWithdrawn) => new(
        1, new NodeId("node"), new Document { Initiative = Hamilton, Kind = kind, Id = "shelters", Epoch = epoch, Revision = 1, Deleted = isWithdrawn }, [], null, null, default);
}
