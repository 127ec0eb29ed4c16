using CollectiveImpact.Backbone.Tests.Activities;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Activities.Acting;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using State = CollectiveImpact.V1.ChangeProposal.Types.State;

namespace CollectiveImpact.Backbone.Tests.Proposals;

/// <summary>Activities that others propose to an initiative, and what stands once they are answered.</summary>
public sealed class ProposedActivityTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores);
        await _nest.PrepareAsync();
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task an_accepted_activity_is_saved_and_known_to_whoever_proposed_it()
    {
        var made = await Propose(null, An("", "rent-bank"));

        var answered = await _nest.National.Answer(made, State.Accepted);

        Assert.Equal("activity ca/rent-bank", answered.Answer.Result);
        Assert.Equal(City, (await _nest.Local.Heard(Canada, "rent-bank")).Lead);
        await _nest.Local.Heard(made, State.Accepted);
    }

    [Fact]
    public async Task one_that_names_what_the_holder_does_not_know_is_not_saved_and_stays_open()
    {
        var made = await Propose(null, new Activity(An("", "rent-bank")) { Lead = "nobody-here" });

        var (code, fault) = await Refusal(() => _nest.National.Answer(made, State.Accepted));

        Assert.Equal((StatusCode.NotFound, "change.activity.after.lead"), (code, fault.Field));
        Assert.Equal(State.Open, (await _nest.National.Known(made)).State);
        Assert.Empty((await _nest.National.List(new ListActivitiesRequest { Initiative = Canada })).Activities);
        await _nest.National.Answer(made, State.Adapted, "led by the city", Changed(null, An("", "rent-bank")));
        Assert.Equal(City, (await _nest.National.Get(Canada, "rent-bank")).Lead);
    }

    [Fact]
    public async Task what_was_read_at_another_node_is_changed_whatever_its_revision_is_here()
    {
        // Its revisions while it was kept are known here alone.
        var kept = await _nest.National.Save(new Activity(An(Canada, "rent-bank")) { Sharing = Sharing.Kept });
        await _nest.National.Save(new Activity(kept) { Sharing = Sharing.Shared });
        var read = await _nest.Local.Heard(Canada, "rent-bank");
        var made = await Propose(read, new Activity(read) { Status = Activity.Types.Status.Underway });

        await _nest.National.Answer(made, State.Accepted);

        await _nest.Local.Heard(Canada, "rent-bank", activity => activity.Status == Activity.Types.Status.Underway);
    }

    [Fact]
    public async Task one_that_has_changed_meanwhile_is_not_overwritten_and_can_be_adapted()
    {
        var first = await _nest.National.Save(An(Canada, "rent-bank"));
        var made = await Propose(first, new Activity(first) { Status = Activity.Types.Status.Underway });
        var second = await _nest.National.Save(new Activity(first) { Lead = Shelter });

        var (code, fault) = await Refusal(() => _nest.National.Answer(made, State.Accepted));

        Assert.Equal((StatusCode.FailedPrecondition, "change.activity.before"), (code, fault.Field));
        Assert.Equal(second, await _nest.National.Get(Canada, "rent-bank"));
        await _nest.National.Answer(made, State.Adapted, "the shelter leads", Changed(second, new Activity(second) { Status = Activity.Types.Status.Underway }));
        var now = await _nest.National.Get(Canada, "rent-bank");
        Assert.Equal((Shelter, Activity.Types.Status.Underway), (now.Lead, now.Status));
    }

    [Fact]
    public async Task a_new_one_does_not_take_the_place_of_one_that_is_kept()
    {
        var kept = await _nest.National.Save(new Activity(An(Canada, "rent-bank")) { Sharing = Sharing.Kept });
        var made = await Propose(null, new Activity(An("", "rent-bank")) { Lead = Shelter });

        var (code, fault) = await Refusal(() => _nest.National.Answer(made, State.Accepted));

        Assert.Equal((StatusCode.FailedPrecondition, "change.activity.after.activity"), (code, fault.Field));
        Assert.Equal(kept, await _nest.National.Get(Canada, "rent-bank"));
    }

    [Fact]
    public async Task one_that_was_taken_out_is_not_brought_back()
    {
        var first = await _nest.National.Save(An(Canada, "rent-bank"));
        var made = await Propose(first, new Activity(first) { Lead = Shelter });
        await _nest.National.Activities.RemoveActivityAsync(new RemoveActivityRequest { Initiative = Canada, Activity = "rent-bank", Revision = first.Revision });

        var (code, fault) = await Refusal(() => _nest.National.Answer(made, State.Accepted));

        Assert.Equal((StatusCode.FailedPrecondition, "change.activity.before"), (code, fault.Field));
    }

    [Fact]
    public async Task whoever_holds_the_function_since_a_hand_over_saves_it()
    {
        var first = await _nest.Local.Save(An(Hamilton, "rent-bank"));
        await _nest.HandOverSupportAsync(Hamilton, Ontario);
        await _nest.Provincial.Heard(Hamilton, "rent-bank");
        var made = await _nest.Local.Propose(
            new ChangeProposal(A(Changed(first, new Activity(first) { Lead = Shelter }))) { By = Toronto, Initiative = Hamilton });
        await _nest.Provincial.Heard(made);

        Assert.Equal(Ontario, (await Refusal(() => _nest.Local.Answer(made, State.Accepted))).Fault.Holder);
        await _nest.Provincial.Answer(made, State.Accepted);

        var heard = await _nest.Local.Heard(Hamilton, "rent-bank", activity => activity.Lead == Shelter);
        Assert.Equal("2.1", heard.Revision);
    }

    [Theory]
    [InlineData("proposal.change.activity.after")]
    [InlineData("proposal.change.activity.after.name")]
    [InlineData("proposal.change.activity.after.initiative")]
    [InlineData("proposal.change.activity.after.activity")]
    [InlineData("proposal.change.activity.before.status")]
    [InlineData("proposal.change")]
    public async Task a_field_at_fault_is_named_and_nothing_is_stored(string field)
    {
        var proposal = A(Changed(An(Canada, "rent-bank"), An(Canada, "rent-bank", Activity.Types.Status.Done)));
        var activity = proposal.Change.Activity;
        if (field.EndsWith("after.name", StringComparison.Ordinal)) activity.After.Name = null;
        if (field.EndsWith("after.initiative", StringComparison.Ordinal)) activity.After.Initiative = Ontario;
        if (field.EndsWith("after.activity", StringComparison.Ordinal)) activity.After.Activity_ = "rent-banks";
        if (field.EndsWith("before.status", StringComparison.Ordinal)) activity.Before.Status = Activity.Types.Status.Unspecified;
        // It says what was read.
        if (field.EndsWith("after", StringComparison.Ordinal)) activity.After = activity.Before;
        if (field == "proposal.change") proposal.Function = Function.AdvancePolicy;

        var (code, fault) = await Refusal(() => _nest.Local.Propose(proposal));

        Assert.Equal((StatusCode.InvalidArgument, field), (code, fault.Field));
        Assert.Empty((await _nest.Local.Proposals.ListProposalsAsync(new ListProposalsRequest { Initiative = Hamilton })).Proposals);
    }

    private static Change Changed(Activity? before, Activity after) => new() { Activity = new ChangedActivity { Before = before, After = after } };

    private static ChangeProposal A(Change change) => new()
    {
        By = Hamilton,
        Proposal = "rent-bank",
        Initiative = Canada,
        Function = Function.SupportAlignedActivities,
        Title = new Text { En = "A rent bank" },
        Change = change,
    };

    private async Task<ChangeProposal> Propose(Activity? before, Activity after)
    {
        var made = await _nest.Local.Propose(A(Changed(before, after)));
        await _nest.National.Heard(made);
        return made;
    }
}
