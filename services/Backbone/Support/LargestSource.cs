using System.Globalization;
using CollectiveImpact.Backbone.Resources;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.Independence.Types;

namespace CollectiveImpact.Backbone.Support;

/// <summary>How much of what an initiative received came from whoever gave most.</summary>
internal sealed class LargestSource(ResourceRecords resources, LogReader reader, string initiative)
{
    private const int Tenths = 1_000;

    private readonly Funds _funds = new(resources, reader.Find, reader.Query);

    /// <summary>A share a currency, in the order of the codes.</summary>
    public IEnumerable<LargestShare> Shares(Span span) => MoneyTable.CameIn(reader.Query, initiative, span)
        .GroupBy(each => each.Currency).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => Of(group.Key, [.. group.GroupBy(each => From(each.Fund)).Select(from => (from.Key, from.Sum(each => each.Units)))]));

    /// <summary>A share as a percentage to one digit after the point, half upwards.</summary>
    public static string Percent(long part, long whole)
    {
        var tenths = ((Int128)part * Tenths * 2 + whole) / (2 * (Int128)whole);
        return string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10}");
    }

    private LargestShare Of(string currency, IReadOnlyList<(Giver Giver, long Units)> sums)
    {
        var whole = sums.Aggregate(0L, (sum, each) => checked(sum + each.Units));
        var others = sums.Where(each => each.Giver != Giver.Own).ToList();
        // Of two that gave as much, the first by name.
        var (most, units) = others.Count == 0
            ? (Giver.Own, 0L)
            : others.OrderByDescending(each => each.Units).ThenBy(each => each.Giver.Initiative, StringComparer.Ordinal).ThenBy(each => each.Giver.Source, StringComparer.Ordinal).First();
        return new LargestShare
        {
            Currency = currency,
            Received = Amount.Write(whole, currency),
            Source = most.Source,
            Giver = most.Initiative,
            Name = most.Source.Length == 0 ? null : resources.Sources.Find(reader.Find, initiative, most.Source)?.Record.Name,
            Amount = Amount.Write(units, currency),
            Percent = Percent(units, whole),
            Givers = others.Count,
        };
    }

    /// <summary>From whom the money of a fund is; the initiative's own means are from itself, whoever they are said to be of.</summary>
    private Giver From(string fund) => FundName.IsAllocated(fund)
        ? new Giver(FundName.Parts(fund).Giver, "")
        : _funds.Find(initiative, fund) is { } own && own.Kind != Fund.Types.Kind.Own ? new Giver("", own.Source) : Giver.Own;

    private readonly record struct Giver(string Initiative, string Source)
    {
        public static Giver Own { get; } = new("", "");
    }
}
