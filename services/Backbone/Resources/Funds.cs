using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>An initiative's funds, as they are read at one moment: its own, and those that it was allocated and has accepted.</summary>
/// <param name="records">The records.</param>
/// <param name="find">Finds a document.</param>
/// <param name="ask">Asks the tables.</param>
internal sealed class Funds(ResourceRecords records, Func<DocumentKey, StoredDocument?> find, Ask ask)
{
    /// <summary>A fund by its name, without its balance; null where there is none.</summary>
    public Fund? Find(string initiative, string name) => FundName.IsAllocated(name)
        ? records.Answers.Find(find, initiative, name) is { Record.Accepted: true } answer ? Allocated(initiative, name, answer) : null
        : records.Funds.Find(find, initiative, name) is { } own ? Own(own) : null;

    /// <summary>The same with its balance.</summary>
    public Fund? Show(string initiative, string name) => Find(initiative, name) is { } fund ? Show(fund) : null;

    public Fund Show(Fund fund)
    {
        fund.Balance = MoneyTable.Of(ask, fund.Initiative, fund.Fund_).Show(fund.Promised.Currency);
        return fund;
    }

    public Fund Own(Found<Fund> found)
    {
        var fund = found.Record.Clone();
        (fund.Initiative, fund.Fund_, fund.Revision, fund.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        return fund;
    }

    /// <summary>The fund that an accepted allocation is.</summary>
    public Fund Allocated(string initiative, string name, Found<AllocationAnswer> answer)
    {
        var (giver, id) = FundName.Parts(name);
        var allocation = records.Allocations.Find(find, giver, id)?.Record;
        return new Fund
        {
            Initiative = initiative,
            Fund_ = name,
            Kind = Fund.Types.Kind.Allocation,
            Name = new Text { En = name },
            Promised = allocation?.Amount ?? answer.Record.Amount,
            From = answer.Record.Day,
            Purpose = allocation?.Purpose,
            Indicators = { allocation?.Indicators ?? [] },
            Sharing = Sharing.Shared,
            Revision = answer.Revision,
        };
    }

    /// <summary>The initiative's own funds, then those that it was allocated, without their balances: ids have no `/`, and names have one.</summary>
    /// <param name="reader">Where they are read.</param>
    /// <param name="initiative">Whose.</param>
    /// <param name="after">Only those whose names come after.</param>
    public IEnumerable<Fund> All(LogReader reader, string initiative, string after = "")
    {
        var own = FundName.IsAllocated(after) ? [] : records.Funds.Standing(reader, initiative, after).Select(Own);
        var allocated = records.Answers.Standing(reader, initiative, FundName.IsAllocated(after) ? after : "")
            .Where(found => found.Record.Accepted).Select(found => Allocated(initiative, found.Id, found));
        return own.Concat(allocated);
    }

    /// <exception cref="Grpc.Core.RpcException">There is none.</exception>
    public Fund Get(string initiative, string name, string field)
    {
        FundName.Fault(field, name)?.Throw();
        if (Find(initiative, name) is not { } fund)
        {
            Missing(initiative, name, field).Throw();
            return null;
        }

        return fund;
    }

    public static CallFault Missing(string initiative, string name, string field) => CallFault.NotFound(field, FundName.IsAllocated(name)
        ? $"{initiative} has accepted no allocation `{Check.Shown(name)}` that is known here; accept it first (Resources.AnswerAllocation)"
        : $"{initiative} has no fund `{Check.Shown(name)}` that is known here");
}
