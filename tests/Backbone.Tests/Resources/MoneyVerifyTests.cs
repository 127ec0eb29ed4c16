using CollectiveImpact.Backbone.Resources;
using CollectiveImpact.Backbone.Tests.Activities;
using CollectiveImpact.Backbone.Tests.Network;
using CollectiveImpact.Exchange.Documents;
using Google.Protobuf;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using static CollectiveImpact.Backbone.Tests.Resources.Funding;
using Kind = CollectiveImpact.V1.Entry.Types.Kind;

namespace CollectiveImpact.Backbone.Tests.Resources;

/// <summary>A node that looks at all that it keeps notices where what money moves does not follow from the records, in whatever order they came.</summary>
public sealed class MoneyVerifyTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private const string Beds = "ca.on/beds";

    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores);
        await Funding.PrepareAsync(_nest);
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task a_nest_in_which_money_went_down_and_came_back_is_sound_and_stays_so_as_entries_change()
    {
        var lease = await MoveAsync();
        await _nest.Local.SaveSource(Hamilton);
        await _nest.Local.Save(Hamilton, AFund("own", sharing: Sharing.Kept));
        var gift = await _nest.Local.Enter(Hamilton, Kind.Receipt, "5", "own", id: "gift");
        Assert.All(await AllFaults(), Assert.Empty);

        lease.ClosedOn = "";
        lease = await _nest.Local.Resources.SaveEntryAsync(new SaveEntryRequest { Initiative = Hamilton, Entry = lease });
        Assert.All(await AllFaults(), Assert.Empty);
        foreach (var (entry, revision) in new[] { ("rent", "1.1"), ("lease", lease.Revision), ("gift", gift.Revision) })
            await _nest.Local.Resources.RemoveEntryAsync(new RemoveEntryRequest { Initiative = Hamilton, Entry = entry, Revision = revision });
        await Until(() => _nest.National.Balance(Hamilton, Beds), balance => balance is { Spent: "0.00", Committed: "0.00" });
        Assert.All(await AllFaults(), Assert.Empty);
    }

    [Theory]
    [InlineData("DELETE FROM money WHERE id = 'rent' AND flow = 6", "fund-entry", "rent", "money: `Spent` in `ca.on.hamilton` `ca.on/beds` is missing: 50.00 CAD on ")]
    [InlineData("DELETE FROM money WHERE id = 'left-over' AND flow = 4", "money-return", "left-over", "money: `SentBack` in `ca.on` `ca/housing` is missing: 50.05 CAD on ")]
    [InlineData("DELETE FROM money WHERE id = 'ca.on/shelters'", "allocation-answer", "ca.on/shelters", "money: `Declined` in `ca.on` `ca/housing` is missing: 10.00 CAD on ")]
    [InlineData("UPDATE money SET units = units + 1 WHERE id = 'lease'", "fund-entry", "lease", "money: `Committed` in `ca.on.hamilton` `ca.on/beds` stands with 80.01 CAD on ")]
    [InlineData("UPDATE money SET closed = '' WHERE id = 'rent' AND flow = 10", "fund-entry", "rent", "money: `Settled` in `ca.on.hamilton` `ca.on/beds` stands with 50.00 CAD on ")]
    [InlineData("UPDATE money SET kept = 1 WHERE id = 'housing'", "allocation", "housing", "money: `Allocated` in `ca` `grant` stands with 600.00 CAD on 2026-01-04, with `ca.on`, kept, and the records say 600.00 CAD on 2026-01-04, with `ca.on`")]
    [InlineData("INSERT INTO money VALUES ('ca', 'grant', 1, 'allocation', 'ca', 'housing', 'CAD', '2026-01-01', 5, '', '', '', '', 0)", "allocation", "housing", "money: `Received` in `ca` `grant` stands, and the records move nothing so")]
    [InlineData("INSERT INTO money VALUES ('ca', 'grant', 1, 'fund-entry', 'ca', 'nowhere', 'CAD', '2026-01-01', 5, '', '', '', '', 0)", "fund-entry", "nowhere", "money: `Received` in `ca` `grant` stands, and there is no such record")]
    [InlineData("INSERT INTO money VALUES ('ca', 'grant', 1, 'fund', 'ca', 'grant', 'CAD', '2026-01-01', 5, '', '', '', '', 0)", "fund", "grant", "money: `Received` in `ca` `grant` stands, and there is no such record")]
    [InlineData("DELETE FROM fund_origins WHERE fund = 'ca.on/beds'", "allocation-answer", "ca.on/beds", "fund origins: `ca` `grant` is missing")]
    [InlineData("UPDATE fund_origins SET origin_fund = 'gala' WHERE fund = 'ca.on/beds'", "allocation-answer", "ca.on/beds", "fund origins: `ca` `gala` stands, and the records say `ca` `grant`")]
    [InlineData("INSERT INTO fund_origins VALUES ('ca', 'grant', 'ca.on.toronto', 'ca.on/shelters')", "allocation-answer", "ca.on/shelters", "fund origins: `ca` `grant` stands, and the records say no origin")]
    [InlineData("INSERT INTO fund_origins VALUES ('ca', 'grant', 'ca.on.toronto', 'ca.on/none')", "allocation-answer", "ca.on/none", "fund origins: `ca` `grant` stands, and there is no such record")]
    public async Task a_table_of_money_that_was_damaged_is_noticed_and_the_record_named(string damage, string kind, string id, string fault)
    {
        await MoveAsync();
        Assert.Equal(1, await _nest.National.Log.WriteAsync(transaction => transaction.Execute(damage)));

        var found = Assert.Single(await _nest.National.Faults());

        Assert.Equal((kind, id), (found.Kind, found.Id));
        Assert.StartsWith(fault, found.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task of_returns_beyond_what_was_allocated_as_much_as_that_comes_back_also_where_they_came_first()
    {
        await Write(Hamilton, "money-return", "late", Sent("60", "2026-01-06"));
        await Write(Hamilton, "money-return", "early", Sent("60", "2026-01-05"));
        await Known(_nest.Provincial, Hamilton, "money-return", "early");
        await _nest.Provincial.FundAsync(Ontario, "500");

        await _nest.Provincial.Allocate(Ontario, Hamilton, "100", "beds");
        Assert.Equal(("100.00", "500.00"), await Back());
        Assert.Empty(await _nest.Provincial.Faults());

        // One that is earlier takes the place of a later one, and no money is lost or made by that.
        await Write(Hamilton, "money-return", "earliest", Sent("30", "2026-01-04"));
        await Known(_nest.Provincial, Hamilton, "money-return", "earliest");
        Assert.Equal(("100.00", "500.00"), await Back());
        Assert.Empty(await _nest.Provincial.Faults());

        async Task<(string, string)> Back() => await _nest.Provincial.Balance(Ontario) is var balance ? (balance.TakenBack, balance.Unspent) : default;
    }

    [Fact]
    public async Task an_answer_of_another_than_was_asked_moves_nothing_also_where_it_came_first()
    {
        await Write(Toronto, "allocation-answer", Beds, new AllocationAnswer { Accepted = true, Day = "2026-01-05", Amount = Cad("900") });
        await Known(_nest.Provincial, Toronto, "allocation-answer", Beds);
        await _nest.Provincial.FundAsync(Ontario, "500");

        await _nest.Provincial.Allocate(Ontario, Hamilton, "100", "beds");

        Assert.Equal(0, _nest.Provincial.Log.Read(reader => MoneyTable.Sum(reader.Query, Toronto, Beds, Flow.Accepted)));
        Assert.Empty(await _nest.Provincial.Faults());
    }

    [Fact]
    public async Task what_met_a_commitment_is_not_closed_once_another_holder_has_said_something_else_in_its_place()
    {
        await _nest.Local.SaveSource(Hamilton);
        await _nest.Local.Save(Hamilton, AFund("own", sharing: Sharing.Kept));
        await _nest.Local.Enter(Hamilton, Kind.Receipt, "100", "own", "2026-01-02");
        var lease = await _nest.Local.Enter(Hamilton, Kind.Commitment, "50", "own", id: "lease");
        await _nest.Local.Enter(Hamilton, Kind.Spending, "20", "own", commitment: "lease", id: "rent");
        lease.ClosedOn = "2026-01-05";
        await _nest.Local.Resources.SaveEntryAsync(new SaveEntryRequest { Initiative = Hamilton, Entry = lease });
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
        await Until(() => _nest.Provincial.Save(Hamilton, AFund()), _ => true);

        await _nest.Provincial.Enter(Hamilton, Kind.Receipt, "70", id: "lease");
        await Known(_nest.Local, Hamilton, "fund-entry", "lease");

        Assert.Empty(await _nest.Local.Faults());
    }

    /// <summary>A grant goes down to a province and to a local, which spends of it what it had promised, and sends something back.</summary>
    /// <returns>The commitment, which is closed.</returns>
    private async Task<Entry> MoveAsync()
    {
        await _nest.National.FundAsync(Canada, "1000");
        await _nest.National.Allocate(Canada, Ontario, "600", "housing");
        await _nest.Provincial.Answer(Ontario, "ca/housing", day: "2026-01-05");
        await _nest.Provincial.Allocate(Ontario, Hamilton, "250.25", "beds", "ca/housing", "2026-01-05");
        await _nest.Provincial.Allocate(Ontario, Toronto, "10", "shelters", "ca/housing", "2026-01-05");
        await _nest.Local.Answer(Toronto, "ca.on/shelters", accept: false);
        await _nest.Local.Answer(Hamilton, Beds);
        var day = _nest.Day(0);
        var lease = await _nest.Local.Enter(Hamilton, Kind.Commitment, "80", Beds, day, "lease");
        await _nest.Local.Enter(Hamilton, Kind.Spending, "50", Beds, day, "rent", "lease");
        lease.ClosedOn = day;
        lease = await _nest.Local.Resources.SaveEntryAsync(new SaveEntryRequest { Initiative = Hamilton, Entry = lease });
        await _nest.Local.SendBack(Hamilton, Beds, "50.05", "left-over");
        await Until(() => _nest.National.Balance(Ontario, "ca/housing"), balance => balance.TakenBack == "60.05");
        return lease;
    }

    private async Task<List<VerifyFault>[]> AllFaults() => await Task.WhenAll(_nest.National.Faults(), _nest.Provincial.Faults(), _nest.Local.Faults());

    /// <summary>What a node of another make may write, and this one's calls would not.</summary>
    private Task Write(string initiative, string kind, string id, IMessage payload) =>
        _nest.Local.Log.WriteAsync(transaction => transaction.Write(new DocumentKey(initiative, kind, id), 1, payload));

    private static Task Known(TestNode node, string initiative, string kind, string id) =>
        Until(() => Task.FromResult(node.Log.Read(reader => reader.Find(new DocumentKey(initiative, kind, id)))), document => document is not null);

    private static Return Sent(string amount, string day) => new() { Allocation = Beds, Amount = Cad(amount), Day = day };
}
