using CollectiveImpact.Backbone.Tests.Activities;
using CollectiveImpact.Backbone.Tests.Agenda;
using CollectiveImpact.Backbone.Tests.Communication;
using CollectiveImpact.Backbone.Tests.Network;
using CollectiveImpact.Backbone.Tests.Proposals;
using static CollectiveImpact.Backbone.Tests.Activities.Acting;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Records;

/// <summary>A node that looks at all that it keeps notices where what is noted beside the log does not follow from it.</summary>
public sealed class VerifyTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores);
        await _nest.PrepareAsync();
        await _nest.Local.Guide(Hamilton, Hamilton);
        await _nest.Local.PutInForce(Hamilton, AgendaWords.Goal("homes", "1", "Homes"));
        await _nest.Local.Save(An(Hamilton, "shelters").On($"{Hamilton}/homes"));
        await _nest.Local.Save(Promise(Hamilton, "beds", "shelters", _nest.Day(9)));
        await _nest.Local.Announce(Hamilton, "winter", about: [$"activity {Hamilton}/shelters"]);
        await _nest.Local.Say(Hamilton, "2021", Figure("3"));
        await _nest.Local.Propose(A("first"));
        await _nest.Local.Propose(A("second"));
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task a_nest_that_works_is_sound_and_stays_so_as_it_changes()
    {
        var kept = await _nest.Local.Get(Hamilton, "shelters");
        await _nest.Local.Activities.RemoveCommitmentAsync(new RemoveCommitmentRequest { Initiative = Hamilton, Commitment = "beds", Revision = "1.1" });
        kept = await _nest.Local.Save(new Activity(kept) { Sharing = Sharing.Kept });
        await _nest.Local.Save(new Activity(kept) { Sharing = Sharing.Shared });
        await _nest.Local.OpenChannel(Hamilton, "all", Reach.Nest);
        await _nest.Local.OpenThread(Hamilton, "all", "beds", about: [$"activity {Hamilton}/shelters"]);
        await _nest.Local.Write(Hamilton, Hamilton, "all", "beds", "How many?");
        await _nest.National.Charter.DeclareAsync(new DeclareRequest { Initiative = Canada, Function = Function.AdvancePolicy, Holders = { Canada } });
        var first = await _nest.National.Heard(new ChangeProposal(A("first")) { Revision = "0.1" });
        await _nest.National.Answer(first, ChangeProposal.Types.State.Declined, "it is counted already");
        await _nest.Local.Proposals.WithdrawProposalAsync(new WithdrawProposalRequest { By = Hamilton, Proposal = "second", Revision = "0.1" });
        await _nest.Local.Heard(first, ChangeProposal.Types.State.Declined);

        foreach (var node in new[] { _nest.Local, _nest.Provincial, _nest.National }) Assert.Empty(await node.Faults());
    }

    [Theory]
    [InlineData("DELETE FROM mentions WHERE target = 'activities'", "activity", "shelters", "references: `activities` is missing")]
    [InlineData("DELETE FROM mentions WHERE kind = 'ratification'", "ratification", "0001/city", "references: `agenda ca.on.hamilton/0001` is missing")]
    [InlineData("UPDATE mentions SET detail = '11 0000-00-00 2020-01-01' WHERE target = 'activities'", "activity", "shelters", "references: `activities` stands with `11 0000-00-00 2020-01-01`, and the record says `")]
    [InlineData("INSERT INTO mentions (target, kind, initiative, id, detail) VALUES ('clause ca/none', 'activity', 'ca.on.hamilton', 'shelters', '')", "activity", "shelters", "references: `clause ca/none` stands, and the record does not name it")]
    [InlineData("INSERT INTO mentions (target, kind, initiative, id, detail) VALUES ('clause ca/none', 'activity', 'ca.on.hamilton', 'nowhere', '')", "activity", "nowhere", "references: `clause ca/none` is named, and there is no such record")]
    [InlineData("INSERT INTO mentions (target, kind, initiative, id, detail) VALUES ('clause ca/none', 'report', 'ca.on.hamilton', 'ca/need/2021/ca.on.hamilton', '')", "report", "ca/need/2021/ca.on.hamilton", "references: `clause ca/none` is named, and there is no such record")]
    [InlineData("DELETE FROM mentions WHERE id = 'first' AND target = 'open-to ca/advance-policy'", "change-proposal", "first", "references: `open-to ca/advance-policy` is missing")]
    [InlineData("DELETE FROM last_heard WHERE initiative = 'ca.on.hamilton'", "last heard", "", "last heard: it was heard from on ")]
    [InlineData("UPDATE last_heard SET at = 0 WHERE initiative = 'ca.on.hamilton'", "last heard", "", "last heard: it was heard from on ")]
    [InlineData("INSERT INTO last_heard VALUES ('ca.on.hamilton.none', 0)", "last heard", "", "last heard: 1970-01-01 00:00:00Z stands, and it has said nothing")]
    public async Task a_table_that_was_damaged_is_noticed_and_the_record_named(string damage, string kind, string id, string fault)
    {
        Assert.Equal(1, await _nest.Local.Log.WriteAsync(transaction => transaction.Execute(damage)));

        var found = Assert.Single(await _nest.Local.Faults());

        Assert.Equal((kind, id), (found.Kind, found.Id));
        Assert.StartsWith(Hamilton, found.Initiative, StringComparison.Ordinal);
        Assert.StartsWith(fault, found.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task of_many_differences_the_first_are_named_and_the_others_counted()
    {
        await _nest.Local.Log.WriteAsync(transaction =>
        {
            for (var i = 0; i < 130; i++) transaction.Execute("INSERT INTO mentions (target, kind, initiative, id, detail) VALUES ($1, 'activity', 'ca.on.hamilton', 'shelters', '')", $"clause ca/c{i:D3}");
            return true;
        });

        var faults = await _nest.Local.Faults();

        Assert.Equal(101, faults.Count);
        Assert.Contains("clause ca/c000", faults[0].Fault, StringComparison.Ordinal);
        Assert.Equal(("references", "30 more differ from what follows from the documents"), (faults[^1].Kind, faults[^1].Fault));
    }

    private static ChangeProposal A(string id) => new()
    {
        By = Hamilton,
        Proposal = id,
        Initiative = Canada,
        Function = Function.AdvancePolicy,
        Title = new Text { En = id },
    };
}
