using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>Funds, their entries, and allocations.</summary>
internal sealed partial class ResourcesService
{
    public override Task<Fund> SaveFund(SaveFundRequest request, ServerCallContext context)
    {
        var fund = request.Fund ?? new Fund();
        Check.Same("fund.initiative", fund.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Funds, request.Initiative, request.By,
            (transaction, epoch) => Shown(transaction).Of(writing.Save(transaction, calls.Working, request.Initiative, epoch, fund)), context);
    }

    public override Task<RemoveFundResponse> RemoveFund(RemoveFundRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Funds, request.Initiative, request.By,
        (transaction, epoch) =>
        {
            writing.Remove(transaction, request, epoch);
            return new RemoveFundResponse();
        },
        context);

    public override Task<Fund> GetFund(GetFundRequest request, ServerCallContext context) => Task.FromResult(calls.Read(
        request.Initiative,
        (reader, _) =>
        {
            var funds = Shown(reader).Funds;
            return funds.Show(funds.Get(request.Initiative, request.Fund, "fund"));
        }));

    public override Task<ListFundsResponse> ListFunds(ListFundsRequest request, ServerCallContext context)
    {
        var size = Page<Fund>.Size(request.PageSize);
        (IdOrNone("source", request.Source)
            ?? Check.KnownOrNone("kind", request.Kind)
            ?? (request.Currency.Length == 0 ? null : Currency.Fault("currency", request.Currency)))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) =>
        {
            var funds = Shown(reader).Funds;
            var page = Page<Fund>.Take(
                funds.All(reader, request.Initiative, request.PageToken).Where(IsAskedFor).Select(fund => (fund.Fund_, funds.Show(fund))), size);
            return new ListFundsResponse { Funds = { page.Items }, NextPageToken = page.NextToken };
        }));

        bool IsAskedFor(Fund fund) =>
            (request.Source.Length == 0 || fund.Source == request.Source)
            && (request.Kind == Fund.Types.Kind.Unspecified || fund.Kind == request.Kind)
            && (request.Currency.Length == 0 || fund.Promised.Currency == request.Currency);
    }

    public override Task<Entry> SaveEntry(SaveEntryRequest request, ServerCallContext context)
    {
        var entry = request.Entry ?? new Entry();
        Check.Same("entry.initiative", entry.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Entries, request.Initiative, request.By,
            (transaction, epoch) => Shown(transaction).Of(booking.Save(transaction, calls.Working, request.Initiative, epoch, entry)), context);
    }

    public override Task<RemoveEntryResponse> RemoveEntry(RemoveEntryRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Entries, request.Initiative, request.By,
        (transaction, epoch) =>
        {
            booking.Remove(transaction, request, epoch);
            return new RemoveEntryResponse();
        },
        context);

    public override Task<ListEntriesResponse> ListEntries(ListEntriesRequest request, ServerCallContext context)
    {
        ((request.Fund.Length == 0 ? null : FundName.Fault("fund", request.Fund))
            ?? Check.KnownOrNone("kind", request.Kind)
            ?? Check.Days("from", request.From, "until", request.Until)
            ?? (request.Indicator.Length == 0 ? null : RecordId.ReferenceFault("indicator", request.Indicator)))?.Throw();
        var size = Page<Entry>.Size(request.PageSize);
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) =>
        {
            var shown = Shown(reader);
            var page = Page<Entry>.Take(
                records.Entries.Standing(reader, request.Initiative, request.PageToken).Where(found => IsAskedFor(found.Record))
                    .Select(found => (found.Id, shown.Of(found)))
                    .Where(entry => !request.Outstanding || MoneyTable.Outstanding(reader.Query, request.Initiative, entry.Id) > 0),
                size);
            return new ListEntriesResponse { Entries = { page.Items }, NextPageToken = page.NextToken };
        }));

        bool IsAskedFor(Entry entry) =>
            (request.Fund.Length == 0 || entry.Fund == request.Fund)
            && (request.Kind == Entry.Types.Kind.Unspecified || entry.Kind == request.Kind)
            && (!request.Outstanding || entry.Kind == Entry.Types.Kind.Commitment)
            && (request.From.Length == 0 || string.CompareOrdinal(entry.Day, request.From) >= 0)
            && (request.Until.Length == 0 || string.CompareOrdinal(entry.Day, request.Until) <= 0)
            && (request.Indicator.Length == 0 || entry.Indicator == request.Indicator);
    }

    public override Task<Allocation> Allocate(AllocateRequest request, ServerCallContext context)
    {
        var allocation = request.Allocation ?? new Allocation();
        Check.Same("allocation.initiative", allocation.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Allocations, request.Initiative, request.By,
            (transaction, epoch) =>
            {
                allocating.Allocate(transaction, calls.Working, request.Initiative, epoch, allocation);
                return Made(transaction, FundName.Of(request.Initiative, allocation.Allocation_));
            },
            context);
    }

    public override Task<Allocation> AnswerAllocation(AnswerAllocationRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Answers, request.Initiative, request.By,
        (transaction, epoch) =>
        {
            allocating.Answer(transaction, epoch, request);
            return Made(transaction, request.Allocation);
        },
        context);

    public override Task<Return> ReturnMoney(ReturnMoneyRequest request, ServerCallContext context)
    {
        var sent = request.Return ?? new Return();
        Check.Same("return.initiative", sent.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Returns, request.Initiative, request.By,
            (transaction, epoch) =>
            {
                allocating.Return(transaction, request.Initiative, epoch, sent);
                return ShownResources.Of(records.Returns.Get(transaction.Find, request.Initiative, sent.Return_, "return"));
            },
            context);
    }

    public override Task<ListAllocationsResponse> ListAllocations(ListAllocationsRequest request, ServerCallContext context)
    {
        var size = Page<Allocation>.Size(request.PageSize);
        (Check.KnownOrNone("side", request.Side)
            ?? Check.KnownOrNone("state", request.State)
            ?? (request.PageToken.Length == 0 ? null : RecordId.ReferenceFault("page_token", request.PageToken)))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) =>
        {
            var own = records.Allocations.Standing(reader, request.Initiative).Select(found => found.Id);
            var page = Page<Allocation>.Take(
                Shown(reader).Allocations(request.Initiative, request.Side, own)
                    .Where(each => string.CompareOrdinal(each.Place, request.PageToken) > 0)
                    .Where(each => request.State == Allocation.Types.State.Unspecified || each.Item.State == request.State),
                size);
            return new ListAllocationsResponse { Allocations = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<Statement> GetStatement(GetStatementRequest request, ServerCallContext context)
    {
        Span.Read(request.From, request.Until, time.Today(), out var span)?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) => new Statement
        {
            Initiative = request.Initiative,
            From = span.From,
            Until = span.Until,
            Lines = { Statements.Lines(reader.Query, request.Initiative, span, request.OnlyShared) },
        }));
    }

    public override Task<NestStatement> GetNestStatement(GetNestStatementRequest request, ServerCallContext context)
    {
        var size = Page<StatementLine>.Size(request.PageSize);
        (Span.Read(request.From, request.Until, time.Today(), out var span)
            ?? (request.PageToken.Length == 0 ? null : InitiativeAndCurrency(request.PageToken)))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            SortedSet<string> members = new(standing.Nest.Below(request.Initiative, time.Today()), StringComparer.Ordinal) { request.Initiative };
            var page = Page<StatementLine>.Take(Statements.Lines(reader.Query, members, span, request.PageToken), size);
            return new NestStatement
            {
                Initiative = request.Initiative,
                From = span.From,
                Until = span.Until,
                Sums = { Statements.Sums(reader.Query, members.ToHashSet(), members.Count == standing.Nest.Ids.Count, span) },
                Lines = { page.Items },
                NextPageToken = page.NextToken,
            };
        }));
    }

    public override Task<FunderView> GetFunderView(GetFunderViewRequest request, ServerCallContext context)
    {
        var size = Page<FunderView.Types.Part>.Size(request.PageSize);
        (Check.Id("source", request.Source) ?? IdOrNone("page_token", request.PageToken))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var source = records.Sources.Get(reader.Find, request.Initiative, request.Source, "source");
            var (parts, next) = new FunderLook(records, reader, standing, request.Initiative).Parts(request.Source, size, request.PageToken);
            return new FunderView { Initiative = request.Initiative, Source = ShownResources.Of(source), Parts = { parts }, NextPageToken = next };
        }));
    }

    private Allocation Made(LogTransaction transaction, string name)
    {
        var (giver, id) = FundName.Parts(name);
        return Shown(transaction).Of(records.Allocations.Get(transaction.Find, giver, id, "allocation"));
    }

    private static CallFault? InitiativeAndCurrency(string token) => token.Split('/') is [var initiative, var currency]
        ? Check.Id("page_token", initiative) ?? Currency.Fault("page_token", currency)
        : CallFault.Invalid("page_token", "is none that an answer gave; give that of the answer before, or leave it empty");
}
