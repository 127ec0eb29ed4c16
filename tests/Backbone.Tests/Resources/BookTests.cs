using CollectiveImpact.Backbone.Tests.Activities;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using static CollectiveImpact.Backbone.Tests.Resources.Funding;
using Kind = CollectiveImpact.V1.Entry.Types.Kind;

namespace CollectiveImpact.Backbone.Tests.Resources;

/// <summary>The books of one initiative: funds, entries, commitments and statements.</summary>
public sealed class BookTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    private TestNode Node => _nest.National;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores);
        await Funding.PrepareAsync(_nest);
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task a_fund_has_what_was_received_less_what_went_out_and_frees_what_is_not_committed()
    {
        await Node.FundAsync(Canada, "1000");
        await Node.Enter(Canada, Kind.Commitment, "300", id: "lease");
        await Node.Enter(Canada, Kind.Spending, "120.25", commitment: "lease");
        await Node.Enter(Canada, Kind.Spending, "50.10");
        await Node.Enter(Canada, Kind.Refund, "100");

        Assert.Equal(
            new Balance
            {
                Currency = "CAD",
                Received = "1000.00",
                Allocated = "0.00",
                TakenBack = "0.00",
                Spent = "170.35",
                Returned = "100.00",
                Unspent = "729.65",
                Committed = "179.75",
                Available = "549.90",
            },
            await Node.Balance(Canada));
    }

    [Fact]
    public async Task nothing_is_spent_that_is_not_there_and_the_refusal_says_what_is()
    {
        await Node.FundAsync(Canada, "100");
        await Node.Enter(Canada, Kind.Commitment, "60.50");

        var (code, fault) = await Refusal(() => Node.Enter(Canada, Kind.Spending, "39.51"));

        Assert.Equal((StatusCode.FailedPrecondition, "entry.amount"), (code, fault.Field));
        Assert.Contains("39.50 CAD available", fault.Message, StringComparison.Ordinal);
        Assert.Equal("0.00", (await Node.Balance(Canada)).Spent);
        await Node.Enter(Canada, Kind.Spending, "39.50");
    }

    [Fact]
    public async Task what_was_received_cannot_be_made_less_than_what_was_spent_of_it()
    {
        await Node.FundAsync(Canada, "100");
        var second = await Node.Enter(Canada, Kind.Receipt, "50", id: "second");
        await Node.Enter(Canada, Kind.Spending, "120");

        var less = await Refusal(() => Node.Enter(Canada, Kind.Receipt, "19.99", id: "second", revision: second.Revision));
        var gone = await Refusal(async () => await Node.Resources.RemoveEntryAsync(new RemoveEntryRequest { Initiative = Canada, Entry = "second", Revision = second.Revision }));

        Assert.Equal((StatusCode.FailedPrecondition, StatusCode.FailedPrecondition), (less.Code, gone.Code));
        await Node.Enter(Canada, Kind.Receipt, "20", id: "second", revision: second.Revision);
        Assert.Equal("0.00", (await Node.Balance(Canada)).Unspent);
    }

    [Fact]
    public async Task nothing_goes_out_before_the_day_on_which_it_came_in()
    {
        await Node.FundAsync(Canada, "100");

        var (code, fault) = await Refusal(() => Node.Enter(Canada, Kind.Spending, "1", day: "2026-01-01"));

        Assert.Equal((StatusCode.FailedPrecondition, "entry.amount"), (code, fault.Field));
        Assert.Contains("2026-01-01", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_commitment_is_met_by_spending_up_to_it_and_frees_the_rest_when_it_is_closed()
    {
        await Node.FundAsync(Canada, "1000");
        var lease = await Node.Enter(Canada, Kind.Commitment, "300", id: "lease");
        await Node.Enter(Canada, Kind.Spending, "200", commitment: "lease", id: "first");
        var more = await Refusal(() => Node.Enter(Canada, Kind.Spending, "100.01", commitment: "lease"));

        lease.ClosedOn = "2026-02-01";
        var closed = await Node.Resources.SaveEntryAsync(new SaveEntryRequest { Initiative = Canada, Entry = lease });
        var late = await Refusal(() => Node.Enter(Canada, Kind.Spending, "1", commitment: "lease"));
        var named = await Refusal(async () => await Node.Resources.RemoveEntryAsync(new RemoveEntryRequest { Initiative = Canada, Entry = "lease", Revision = closed.Revision }));

        Assert.Equal((StatusCode.FailedPrecondition, "0.00"), (more.Code, closed.Outstanding));
        Assert.Equal(("entry.commitment", "entry"), (late.Fault.Field, named.Fault.Field));
        var balance = await Node.Balance(Canada);
        Assert.Equal(("0.00", "800.00"), (balance.Committed, balance.Available));
        Assert.Equal("100.00", (await Node.Statement(Canada, until: "2026-01-31")).Committed);
    }

    [Fact]
    public async Task two_currencies_are_never_mixed()
    {
        await Node.FundAsync(Canada, "100");
        await Node.Save(Canada, AFund("dollars", "USD"));

        var (code, fault) = await Refusal(() => Node.Enter(Canada, Kind.Receipt, "10", "dollars"));

        Assert.Equal((StatusCode.InvalidArgument, "entry.amount.currency"), (code, fault.Field));
        var lines = (await Node.Resources.GetStatementAsync(new GetStatementRequest { Initiative = Canada })).Lines;
        Assert.Equal("CAD", Assert.Single(lines).Currency);
    }

    [Fact]
    public async Task the_currency_and_the_sharing_of_a_fund_stay_once_money_moves_in_it()
    {
        await Node.FundAsync(Canada, "100");
        var fund = await Node.Resources.GetFundAsync(new GetFundRequest { Initiative = Canada, Fund = Grant });

        var currency = await Refusal(() => Node.Save(Canada, new Fund(fund) { Promised = new Money { Amount = "1", Currency = "USD" } }));
        var sharing = await Refusal(() => Node.Save(Canada, new Fund(fund) { Sharing = Sharing.Kept }));
        var removed = await Refusal(async () => await Node.Resources.RemoveFundAsync(new RemoveFundRequest { Initiative = Canada, Fund = Grant, Revision = fund.Revision }));

        Assert.Equal(("fund.promised.currency", "fund.sharing", "fund"), (currency.Fault.Field, sharing.Fault.Field, removed.Fault.Field));
        Assert.Equal("250.00", (await Node.Save(Canada, new Fund(fund) { Promised = Cad("250") })).Promised.Amount);
    }

    [Fact]
    public async Task a_statement_of_a_span_opens_with_what_was_there_and_balances()
    {
        await Node.FundAsync(Canada, "100");
        await Node.Enter(Canada, Kind.Spending, "10", day: "2026-01-31");
        await Node.Enter(Canada, Kind.Receipt, "40", day: "2026-02-01");
        await Node.Enter(Canada, Kind.Spending, "25.05", day: "2026-02-28");
        await Node.Enter(Canada, Kind.Spending, "1", day: "2026-03-01");

        var february = await Node.Statement(Canada, "2026-02-01", "2026-02-28");

        Assert.Equal(("90.00", "40.00", "25.05", "104.95"), (february.Opening, february.Received, february.Spent, february.Unspent));
    }

    [Fact]
    public async Task what_does_not_exist_is_refused_by_name()
    {
        await Node.FundAsync(Canada, "100");

        Assert.Equal("entry.fund", (await Refusal(() => Node.Enter(Canada, Kind.Receipt, "1", "nothing"))).Fault.Field);
        Assert.Equal("entry.commitment", (await Refusal(() => Node.Enter(Canada, Kind.Spending, "1", commitment: "nothing"))).Fault.Field);
        Assert.Equal("entry.indicator", (await Refusal(() => Node.Enter(Canada, Kind.Spending, "1", indicator: "ca/nothing"))).Fault.Field);
        Assert.Equal("entry.day", (await Refusal(() => Node.Enter(Canada, Kind.Spending, "1", day: _nest.Day(2)))).Fault.Field);
        Assert.Equal("entry.kind", (await Refusal(() => Node.Enter(Canada, Kind.Receipt, "1", "ca/allocation"))).Fault.Field);
        Assert.Equal("fund.source", (await Refusal(() => Node.Save(Canada, new Fund(AFund("other")) { Source = "nobody" }))).Fault.Field);
        Assert.Equal("fund.needs[0]", (await Refusal(() => Node.Save(Canada, new Fund(AFund("other")) { Needs = { "nothing" } }))).Fault.Field);
        Assert.Equal("fund.kind", (await Refusal(() => Node.Save(Canada, new Fund(AFund("other")) { Kind = Fund.Types.Kind.Allocation }))).Fault.Field);
    }

    [Fact]
    public async Task the_second_of_two_edits_is_refused_with_the_revision_that_stands()
    {
        await Node.FundAsync(Canada, "100");
        var read = await Node.Enter(Canada, Kind.Spending, "1", id: "rent");
        await Node.Enter(Canada, Kind.Spending, "2", id: "rent", revision: read.Revision);

        var (code, fault) = await Refusal(() => Node.Enter(Canada, Kind.Spending, "3", id: "rent", revision: read.Revision));

        Assert.Equal((StatusCode.Aborted, "revision"), (code, fault.Field));
        Assert.Contains("1.2", fault.Message, StringComparison.Ordinal);
        Assert.Equal("2.00", (await Node.Balance(Canada)).Spent);
    }

    [Fact]
    public async Task a_need_shows_what_is_promised_and_received_for_it()
    {
        await Node.SaveSource(Canada);
        var need = await Node.Resources.SaveNeedAsync(new SaveNeedRequest
        {
            Initiative = Canada,
            Need = new Need { Need_ = "beds", Title = new Text { En = "Forty beds" }, Amount = Cad("5000"), State = Need.Types.State.Open, Sharing = Sharing.Shared },
        });
        await Node.Save(Canada, new Fund(AFund()) { Needs = { "beds" } });
        await Node.Enter(Canada, Kind.Receipt, "400", day: "2026-01-02");

        var listed = Assert.Single((await Node.Resources.ListNeedsAsync(new ListNeedsRequest { Initiative = Canada })).Needs);
        var removed = await Refusal(async () => await Node.Resources.RemoveNeedAsync(new RemoveNeedRequest { Initiative = Canada, Need = "beds", Revision = need.Revision }));

        Assert.Equal(("1000.00", "400.00"), (listed.Promised.Amount, listed.Received.Amount));
        Assert.Equal((StatusCode.FailedPrecondition, "need"), (removed.Code, removed.Fault.Field));
    }

    [Fact]
    public async Task what_is_shared_names_nothing_that_is_kept()
    {
        await Node.SaveSource(Canada, sharing: Sharing.Kept);

        Assert.Equal("fund.source", (await Refusal(() => Node.Save(Canada, AFund()))).Fault.Field);
        await Node.Save(Canada, AFund(sharing: Sharing.Kept));
        var person = await Refusal(async () => await Node.Resources.SaveSourceAsync(new SaveSourceRequest
        {
            Initiative = Canada,
            Source = new Source { Source_ = "giver", Name = new Text { En = "A neighbour" }, Kind = Source.Types.Kind.Person, Sharing = Sharing.Shared },
        }));
        Assert.Equal("source.sharing", person.Fault.Field);
    }

    [Fact]
    public async Task lists_are_paged_and_filtered()
    {
        await Node.FundAsync(Canada, "100");
        for (var i = 0; i < 5; i++) await Node.Enter(Canada, Kind.Spending, $"{i + 1}", id: $"s-{i}", day: $"2026-02-0{i + 1}");

        var all = await Acting.All<Entry>(async token =>
        {
            var page = await Node.Resources.ListEntriesAsync(new ListEntriesRequest { Initiative = Canada, Kind = Kind.Spending, From = "2026-02-02", PageSize = 2, PageToken = token });
            Assert.True(page.Entries.Count <= 2);
            return (page.Entries, page.NextPageToken);
        });

        Assert.Equal(["s-1", "s-2", "s-3", "s-4"], all.Select(entry => entry.Entry_));
    }
}
