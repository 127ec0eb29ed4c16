using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Funding;

/// <summary>What the page of an initiative's resources shows.</summary>
/// <param name="Given">Allocations that it made to initiatives below.</param>
/// <param name="Received">Allocations that were made to it from above.</param>
/// <param name="Statement">Its money up to today, a line a currency.</param>
public sealed record FundingModel(
    Initiative Initiative, IReadOnlyList<Need> Needs, IReadOnlyList<Source> Sources, IReadOnlyList<Application> Applications, IReadOnlyList<GiftInKind> Gifts,
    IReadOnlyList<Fund> Funds, IReadOnlyList<Entry> Entries, IReadOnlyList<Allocation> Given, IReadOnlyList<Allocation> Received,
    IReadOnlyList<StatementLine> Statement, bool MayWrite, Names Names)
{
    public bool IsEmpty => Needs.Count + Sources.Count + Applications.Count + Gifts.Count + Funds.Count + Given.Count + Received.Count == 0;

    public Text? NameOfSource(string source) => Sources.FirstOrDefault(each => each.Source_ == source)?.Name;

    /// <summary>Of a fund that was allocated there is none: it is called after what it is for.</summary>
    public Text? NameOfFund(string fund) => Funds.FirstOrDefault(each => each.Fund_ == fund) is { } found ? found.Name ?? found.Purpose : null;
}
