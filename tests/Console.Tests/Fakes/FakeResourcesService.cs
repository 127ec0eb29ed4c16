using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Fakes;

/// <summary>Canada's money: a need, a source with an application, a fund with an entry, an allocation below and one that awaits an answer.</summary>
internal sealed class FakeResourcesService(FakeNest nest) : Resources.ResourcesBase
{
    public override Task<ListNeedsResponse> ListNeeds(ListNeedsRequest request, ServerCallContext context)
    {
        nest.Answering("ListNeeds");
        return Task.FromResult(request.Initiative != "ca" ? new ListNeedsResponse() : new ListNeedsResponse
        {
            Needs =
            {
                new Need
                {
                    Initiative = "ca", Need_ = "walk-ups", Title = new Text { En = "Forty <walk-ups>", Fr = "Quarante immeubles" }, State = Need.Types.State.Open, ByDay = "2027-03-31",
                    Amount = Dollars("15000000.00"), Promised = Dollars("12000000.00"), Received = Dollars("4000000.00"),
                },
            },
        });
    }

    public override Task<ListSourcesResponse> ListSources(ListSourcesRequest request, ServerCallContext context) => Task.FromResult(
        request.Initiative != "ca" ? new ListSourcesResponse() : new ListSourcesResponse
        {
            Sources = { new Source { Initiative = "ca", Source_ = "futures", Name = new Text { En = "Housing Futures" }, Kind = Source.Types.Kind.Foundation, Sharing = Sharing.Kept } },
        });

    public override Task<ListApplicationsResponse> ListApplications(ListApplicationsRequest request, ServerCallContext context) => Task.FromResult(
        request.Initiative != "ca" ? new ListApplicationsResponse() : new ListApplicationsResponse
        {
            Applications =
            {
                new Application
                {
                    Application_ = "last", Source = "futures", Title = new Text { En = "The last fifth" }, Amount = Dollars("3000000.00"), State = Application.Types.State.Submitted,
                    SubmittedOn = "2026-10-01",
                },
            },
        });

    public override Task<ListGiftsInKindResponse> ListGiftsInKind(ListGiftsInKindRequest request, ServerCallContext context) => Task.FromResult(
        request.Initiative != "ca" ? new ListGiftsInKindResponse() : new ListGiftsInKindResponse
        {
            Gifts = { new GiftInKind { Gift = "hall", Source = "futures", What = new Text { En = "A hall" }, Kind = GiftInKind.Types.Kind.Space, Hours = "12.5" } },
        });

    public override Task<ListFundsResponse> ListFunds(ListFundsRequest request, ServerCallContext context) => Task.FromResult(
        request.Initiative != "ca" ? new ListFundsResponse() : new ListFundsResponse
        {
            Funds =
            {
                new Fund
                {
                    Initiative = "ca", Fund_ = "grant", Source = "futures", Name = new Text { En = "Acquisition grant" }, Kind = Fund.Types.Kind.Grant, Promised = Dollars("12000000.00"),
                    Balance = new Balance { Currency = "CAD", Received = "4000000.00", Allocated = "2300000.00", Spent = "0.00", Available = "1700000.00" },
                },
            },
        });

    public override Task<ListEntriesResponse> ListEntries(ListEntriesRequest request, ServerCallContext context) => Task.FromResult(
        request.Initiative != "ca" ? new ListEntriesResponse() : new ListEntriesResponse
        {
            Entries =
            {
                new Entry { Entry_ = "first", Fund = "grant", Kind = Entry.Types.Kind.Receipt, Day = "2026-08-01", Amount = Dollars("4000000.00"), What = new Text { En = "First payment" } },
            },
        });

    public override Task<ListAllocationsResponse> ListAllocations(ListAllocationsRequest request, ServerCallContext context) => Task.FromResult(
        (request.Initiative, request.Side) switch
        {
            ("ca", ListAllocationsRequest.Types.Side.Given) or ("ca.on", ListAllocationsRequest.Types.Side.Received) => new ListAllocationsResponse
            {
                Allocations =
                {
                    new Allocation
                    {
                        Initiative = "ca", Allocation_ = "roofs", To = "ca.on", Fund = "grant", Amount = Dollars("40000.50"), Day = "2026-11-15",
                        Purpose = new Text { En = "Roofs", Fr = "Les toits" }, State = Allocation.Types.State.Open, Returned = Dollars("0.00"),
                    },
                },
            },
            _ => new ListAllocationsResponse(),
        });

    public override Task<Statement> GetStatement(GetStatementRequest request, ServerCallContext context) => Task.FromResult(
        request.Initiative != "ca" ? new Statement() : new Statement
        {
            Lines =
            {
                new StatementLine
                {
                    Currency = "CAD", Opening = "0.00", Received = "4000000.00", Accepted = "0.00", TakenBack = "0.00", Allocated = "2300000.00", Spent = "0.00", Refunded = "0.00",
                    Returned = "0.00", Unspent = "1700000.00", Committed = "34749.25", Available = "1665250.75",
                },
                new StatementLine { Currency = "EUR", Received = "10.00", Allocated = "0.00", Unspent = "10.00", Committed = "0.00", Available = "10.00" },
            },
        });

    private static Money Dollars(string amount) => new() { Amount = amount, Currency = "CAD" };
}
