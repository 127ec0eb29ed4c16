using System.Text;
using CollectiveImpact.Backbone.Tests.Activities;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using static CollectiveImpact.Backbone.Tests.Resources.Funding;
using Kind = CollectiveImpact.V1.Entry.Types.Kind;

namespace CollectiveImpact.Backbone.Tests.Resources;

/// <summary>Money that goes down the nest and comes back, over three real services.</summary>
public sealed class AllocationTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores);
        await Funding.PrepareAsync(_nest);
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task a_grant_goes_to_a_province_and_to_a_local_is_partly_spent_and_partly_sent_back_and_balances_everywhere()
    {
        await _nest.National.FundAsync(Canada, "1000");
        await _nest.National.Allocate(Canada, Ontario, "600", "housing");
        await _nest.Provincial.Answer(Ontario, "ca/housing", day: "2026-01-05");
        await _nest.Provincial.Allocate(Ontario, Hamilton, "250.25", "beds", "ca/housing", "2026-01-05");
        await _nest.Local.Answer(Hamilton, "ca.on/beds");
        var day = _nest.Day(0);
        await _nest.Local.Enter(Hamilton, Kind.Spending, "100.20", "ca.on/beds", day, indicator: $"ca/{TestNest.Indicator}");
        await _nest.Local.SendBack(Hamilton, "ca.on/beds", "50.05", "left-over");

        foreach (var node in new[] { _nest.National, _nest.Provincial })
            await Until(() => node.Balance(Ontario, "ca/housing"), balance => balance is { Unspent: "399.80", TakenBack: "50.05" });
        var statement = await Until(() => _nest.National.NestStatement(Canada), answer => answer.Sums is [{ Unspent: "899.80" }]);
        Assert.Equal(
            new NestSum
            {
                Currency = "CAD",
                Opening = "0.00",
                Received = "1000.00",
                FromAbove = "0.00",
                Spent = "100.20",
                Refunded = "0.00",
                ReturnedAbove = "0.00",
                AllocatedOut = "0.00",
                Unspent = "899.80",
                OnItsWay = "0.00",
                Committed = "0.00",
            },
            Assert.Single(statement.Sums));
        Assert.Equal([("ca", "400.00"), ("ca.on", "399.80"), ("ca.on.hamilton", "100.00")], statement.Lines.Select(line => (line.Initiative, line.Unspent)));
        var ontario = Assert.Single((await _nest.Provincial.NestStatement(Ontario)).Sums);
        Assert.Equal(("600.00", "100.20", "499.80"), (ontario.FromAbove, ontario.Spent, ontario.Unspent));

        var view = await _nest.National.Resources.GetFunderViewAsync(new GetFunderViewRequest { Initiative = Canada, Source = Foundation });
        var part = Assert.Single(view.Parts);
        Assert.Equal(("1000.00", "100.20", "899.80", "0.00"), (part.Received, part.Spent, part.Unspent, part.OnItsWay));
        Assert.Equal(($"ca/{TestNest.Indicator}", "100.20"), (Assert.Single(part.Indicators).Indicator, part.Indicators[0].Spent));
        Assert.Equal([("ca", "1000.00"), ("ca.on", "600.00"), ("ca.on.hamilton", "250.25")], part.Initiatives.Select(each => (each.Initiative, each.Reached)));
    }

    [Fact]
    public async Task what_is_allocated_is_in_no_fund_until_it_is_answered_and_goes_back_when_it_is_declined()
    {
        await _nest.National.FundAsync(Canada, "100");
        var made = await _nest.National.Allocate(Canada, Ontario, "70", "housing");
        await Until(() => _nest.Provincial.Resources.ListAllocationsAsync(new ListAllocationsRequest { Initiative = Ontario }).ResponseAsync, list => list.Allocations.Count == 1);
        var sum = Assert.Single((await _nest.National.NestStatement(Canada)).Sums);
        Assert.Equal((Allocation.Types.State.Open, "30.00", "70.00"), (made.State, sum.Unspent, sum.OnItsWay));
        Assert.Equal(StatusCode.FailedPrecondition, (await Refusal(() => _nest.National.Allocate(Canada, Ontario, "30.01", "more"))).Code);

        Assert.Equal("day", (await Refusal(async () => await _nest.Provincial.Resources.AnswerAllocationAsync(
            new AnswerAllocationRequest { Initiative = Ontario, Allocation = "ca/housing", State = Allocation.Types.State.Accepted, Day = "2026-01-03" }))).Fault.Field);
        await _nest.Provincial.Answer(Ontario, "ca/housing", accept: false);

        await Until(() => _nest.National.Balance(Canada), balance => balance is { Unspent: "100.00", TakenBack: "70.00" });
        var declined = Assert.Single((await _nest.National.Resources.ListAllocationsAsync(
            new ListAllocationsRequest { Initiative = Canada, State = Allocation.Types.State.Declined })).Allocations);
        Assert.Equal("We can't use it this year", declined.Reason.En);
        Assert.Equal("state", (await Refusal(async () => await _nest.Provincial.Resources.AnswerAllocationAsync(
            new AnswerAllocationRequest { Initiative = Ontario, Allocation = "ca/housing", State = Allocation.Types.State.Accepted }))).Fault.Field);
    }

    [Fact]
    public async Task an_allocation_and_a_return_are_said_once_and_saying_the_same_again_changes_nothing()
    {
        await _nest.National.FundAsync(Canada, "100");
        await _nest.National.Allocate(Canada, Ontario, "70", "housing");
        await _nest.National.Allocate(Canada, Ontario, "70.00", "housing");
        var other = await Refusal(() => _nest.National.Allocate(Canada, Ontario, "71", "housing"));
        await _nest.Provincial.Answer(Ontario, "ca/housing");
        await _nest.Provincial.Answer(Ontario, "ca/housing");
        await _nest.Provincial.SendBack(Ontario, "ca/housing", "20", "rest");
        await _nest.Provincial.SendBack(Ontario, "ca/housing", "20", "rest");
        var again = await Refusal(() => _nest.Provincial.SendBack(Ontario, "ca/housing", "21", "rest"));
        var more = await Refusal(() => _nest.Provincial.SendBack(Ontario, "ca/housing", "50.01", "more"));

        Assert.Equal((StatusCode.AlreadyExists, StatusCode.AlreadyExists), (other.Code, again.Code));
        Assert.Equal((StatusCode.FailedPrecondition, "return.amount"), (more.Code, more.Fault.Field));
        await Until(() => _nest.National.Balance(Canada), balance => balance is { Unspent: "50.00", Allocated: "70.00" });
    }

    [Fact]
    public async Task money_goes_down_the_nest_and_nowhere_else()
    {
        await _nest.Provincial.FundAsync(Ontario, "100");

        Assert.Equal("allocation.to", (await Refusal(() => _nest.Provincial.Allocate(Ontario, Canada, "1", "up"))).Fault.Field);
        Assert.Equal("allocation.to", (await Refusal(() => _nest.Provincial.Allocate(Ontario, "ca.qc", "1", "beside"))).Fault.Field);
        Assert.Equal("allocation.to", (await Refusal(() => _nest.Provincial.Allocate(Ontario, Ontario, "1", "itself"))).Fault.Field);
        var (code, fault) = await Refusal(() => _nest.National.Allocate(Ontario, Hamilton, "1", "beds"));
        Assert.Equal((StatusCode.FailedPrecondition, Ontario), (code, fault.Holder));
    }

    [Fact]
    public async Task a_local_that_was_cut_off_spends_only_what_it_had_accepted_and_all_balances_when_it_is_back()
    {
        await _nest.Provincial.FundAsync(Ontario, "500");
        await _nest.Provincial.Allocate(Ontario, Hamilton, "100", "first");
        await _nest.Local.Answer(Hamilton, "ca.on/first");
        await Until(() => _nest.Provincial.NestStatement(Ontario), answer => answer.Sums is [{ OnItsWay: "0.00" }]);
        await _nest.StopLocalAsync();
        await _nest.Provincial.Allocate(Ontario, Hamilton, "50", "second");
        await _nest.StopNationalAsync();
        await _nest.StartLocalAsync();
        await _nest.Local.Enter(Hamilton, Kind.Spending, "100", "ca.on/first", _nest.Day(0));
        await _nest.Local.Answer(Hamilton, "ca.on/second");
        await _nest.Local.SendBack(Hamilton, "ca.on/second", "49.99", "rest");
        await _nest.StartNationalAsync();

        await Until(
            () => _nest.National.Resources.GetNestStatementAsync(new GetNestStatementRequest { Initiative = Ontario }).ResponseAsync,
            answer => answer.Sums is [{ Received: "500.00", Spent: "100.00", Unspent: "400.00", OnItsWay: "0.00" }]);
        Assert.Equal("0.01", (await _nest.Local.Balance(Hamilton, "ca.on/second")).Unspent);
    }

    [Fact]
    public async Task what_is_kept_is_in_no_other_nodes_log_and_is_never_allocated()
    {
        const string secret = "hushed-words";
        var node = _nest.Provincial;
        await node.SaveSource(Ontario, secret, Sharing.Kept);
        await node.Resources.SaveNeedAsync(new SaveNeedRequest { Initiative = Ontario, Need = new Need { Need_ = secret, Title = new Text { En = secret }, State = Need.Types.State.Open } });
        await node.Save(Ontario, new Fund(AFund(secret, sharing: Sharing.Kept)) { Source = secret });
        await node.Enter(Ontario, Kind.Receipt, "100", secret, "2026-01-02", secret);
        await node.Resources.SaveApplicationAsync(new SaveApplicationRequest
        {
            Initiative = Ontario,
            Application = new Application { Application_ = secret, Source = secret, Title = new Text { En = secret }, Amount = Cad("1"), State = Application.Types.State.Drafted },
        });
        await node.Resources.SaveGiftInKindAsync(new SaveGiftInKindRequest
        {
            Initiative = Ontario,
            Gift = new GiftInKind { Gift = secret, Source = secret, What = new Text { En = secret }, Kind = GiftInKind.Types.Kind.Time },
        });
        var refused = await Refusal(() => node.Allocate(Ontario, Hamilton, "1", "beds", secret));
        // Said last: where it has come, all before it would have.
        await node.FundAsync(Ontario, "5", "open");

        await Until(() => _nest.National.Balance(Ontario, "open"), balance => balance.Received == "5.00");
        Assert.Equal((StatusCode.FailedPrecondition, "allocation.fund"), (refused.Code, refused.Fault.Field));
        foreach (var other in new[] { _nest.National, _nest.Local })
            Assert.DoesNotContain(other.Log.Read(reader => reader.DocumentsAfter(0, int.MaxValue)), document =>
                document.Key.Kind.EndsWith("-kept", StringComparison.Ordinal) || Encoding.UTF8.GetString(document.Bytes).Contains(secret, StringComparison.Ordinal));
        Assert.Equal(6, node.Log.Read(reader => reader.DocumentsAfter(0, int.MaxValue)).Count(document => document.Key.Kind.EndsWith("-kept", StringComparison.Ordinal)));
        Assert.Equal("105.00", (await node.Statement(Ontario)).Unspent);
        Assert.Equal("5.00", (await node.Statement(Ontario, onlyShared: true)).Unspent);
    }

    [Fact]
    public async Task the_next_holder_of_the_function_goes_on_with_the_same_books_and_the_former_is_refused()
    {
        await _nest.Provincial.FundAsync(Ontario, "500");
        await _nest.Provincial.Allocate(Ontario, Hamilton, "100", "beds");
        await _nest.Local.Answer(Hamilton, "ca.on/beds");
        await _nest.Local.Enter(Hamilton, Kind.Spending, "30", "ca.on/beds", _nest.Day(0));
        await _nest.Local.Charter.DeclareAsync(new DeclareRequest { Initiative = Hamilton, Function = Function.MobilizeResources, Holders = { Ontario } });
        await Until(
            async () => await _nest.Provincial.Charter.RespondAsync(new RespondRequest
            {
                Initiative = Hamilton,
                Function = Function.MobilizeResources,
                Responder = Ontario,
                Answer = RespondRequest.Types.Answer.Accept,
            }),
            _ => true);

        await Until(() => _nest.Provincial.Enter(Hamilton, Kind.Spending, "70", "ca.on/beds", _nest.Day(0)), _ => true);
        var spent = await Refusal(() => _nest.Provincial.Enter(Hamilton, Kind.Spending, "0.01", "ca.on/beds", _nest.Day(0)));
        var former = await Refusal(() => _nest.Local.Enter(Hamilton, Kind.Spending, "0.01", "ca.on/beds", _nest.Day(0)));

        Assert.Equal("entry.amount", spent.Fault.Field);
        Assert.Equal((StatusCode.FailedPrecondition, Ontario), (former.Code, former.Fault.Holder));
        await Until(() => _nest.Local.Balance(Hamilton, "ca.on/beds"), balance => balance.Unspent == "0.00");
    }
}
