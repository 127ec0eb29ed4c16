using CollectiveImpact.Backbone.Tests.Activities;
using CollectiveImpact.Backbone.Tests.Network;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Resources;

/// <summary>What tests say about money, in the nest of <see cref="TestNest"/>.</summary>
internal static class Funding
{
    public const string Canada = Acting.Canada, Ontario = Acting.Ontario, Hamilton = Acting.Hamilton, Toronto = Acting.Toronto;

    /// <summary>The source and the fund that tests begin with.</summary>
    public const string Foundation = "foundation", Grant = "grant";

    private static readonly string[] Initiatives = [Canada, Ontario, Hamilton, Toronto];

    /// <summary>Every initiative mobilizes its resources itself.</summary>
    public static async Task PrepareAsync(this TestNest nest)
    {
        foreach (var initiative in Initiatives)
            await nest.Host(initiative).Charter.DeclareAsync(
                new DeclareRequest { Initiative = initiative, Function = Function.MobilizeResources, Holders = { initiative } });
    }

    public static Money Cad(string amount) => new() { Amount = amount, Currency = "CAD" };

    public static async Task<Source> SaveSource(this TestNode node, string initiative, string id = Foundation, Sharing sharing = Sharing.Shared) =>
        await node.Resources.SaveSourceAsync(new SaveSourceRequest
        {
            Initiative = initiative,
            Source = new Source { Source_ = id, Name = new Text { En = id }, Kind = Source.Types.Kind.Foundation, Sharing = sharing },
        });

    public static Fund AFund(string id = Grant, string currency = "CAD", Sharing sharing = Sharing.Shared) => new()
    {
        Fund_ = id,
        Source = Foundation,
        Name = new Text { En = "A grant", Fr = "Une subvention" },
        Kind = Fund.Types.Kind.Grant,
        Promised = new Money { Amount = "1000", Currency = currency },
        Sharing = sharing,
    };

    public static async Task<Fund> Save(this TestNode node, string initiative, Fund fund) =>
        await node.Resources.SaveFundAsync(new SaveFundRequest { Initiative = initiative, Fund = fund });

    /// <summary>A shared fund of a shared source, into which so much was received.</summary>
    public static async Task FundAsync(this TestNode node, string initiative, string amount, string id = Grant)
    {
        await node.SaveSource(initiative);
        await node.Save(initiative, AFund(id));
        await node.Enter(initiative, Entry.Types.Kind.Receipt, amount, id, "2026-01-02");
    }

    public static async Task<Entry> Enter(
        this TestNode node, string initiative, Entry.Types.Kind kind, string amount, string fund = Grant, string day = "2026-01-03", string id = "",
        string commitment = "", string indicator = "", string revision = "") => await node.Resources.SaveEntryAsync(new SaveEntryRequest
        {
            Initiative = initiative,
            Entry = new Entry
            {
                Entry_ = id.Length > 0 ? id : $"e-{Guid.NewGuid():N}",
                Fund = fund,
                Kind = kind,
                Day = day,
                Amount = Cad(amount),
                What = new Text { En = "What it was for", Fr = "À quoi cela servait" },
                Commitment = commitment,
                Indicator = indicator,
                Revision = revision,
            },
        });

    public static async Task<Allocation> Allocate(
        this TestNode node, string giver, string to, string amount, string id, string fund = Grant, string day = "2026-01-04") =>
        await node.Resources.AllocateAsync(new AllocateRequest
        {
            Initiative = giver,
            Allocation = new Allocation { Allocation_ = id, Fund = fund, To = to, Amount = Cad(amount), Day = day },
        });

    /// <summary>Answers an allocation as soon as it has come.</summary>
    public static Task<Allocation> Answer(this TestNode node, string receiver, string allocation, bool accept = true, string day = "") => Until(
        async () => await node.Resources.AnswerAllocationAsync(new AnswerAllocationRequest
        {
            Initiative = receiver,
            Allocation = allocation,
            State = accept ? Allocation.Types.State.Accepted : Allocation.Types.State.Declined,
            Day = day,
            Reason = accept ? null : new Text { En = "We can't use it this year" },
        }),
        _ => true);

    public static async Task<Return> SendBack(this TestNode node, string initiative, string allocation, string amount, string id) =>
        await node.Resources.ReturnMoneyAsync(new ReturnMoneyRequest
        {
            Initiative = initiative,
            Return = new Return { Return_ = id, Allocation = allocation, Amount = Cad(amount) },
        });

    public static async Task<Balance> Balance(this TestNode node, string initiative, string fund = Grant) =>
        (await node.Resources.GetFundAsync(new GetFundRequest { Initiative = initiative, Fund = fund })).Balance;

    public static async Task<StatementLine> Statement(this TestNode node, string initiative, string from = "", string until = "", bool onlyShared = false) =>
        Assert.Single((await node.Resources.GetStatementAsync(
            new GetStatementRequest { Initiative = initiative, From = from, Until = until, OnlyShared = onlyShared })).Lines);

    public static async Task<NestStatement> NestStatement(this TestNode node, string initiative) =>
        await node.Resources.GetNestStatementAsync(new GetNestStatementRequest { Initiative = initiative });

    /// <summary>A hundredth each, so that sums are exact.</summary>
    public static long Cents(string amount) => (long)(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture) * 100);
}
