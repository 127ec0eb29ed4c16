using CollectiveImpact.Backbone.Records;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>Statements of an initiative's money, and of a nest's.</summary>
internal static class Statements
{
    /// <summary>A line a currency, in the order of the codes.</summary>
    public static IEnumerable<StatementLine> Lines(Ask ask, string initiative, Span span, bool onlyShared) =>
        MoneySums.Of(ask, initiative, span, onlyShared).GroupBy(sum => sum.Currency).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Line(initiative, group.Key, group));

    /// <summary>The lines of initiatives, each with its place, `initiative/currency`.</summary>
    /// <param name="ask">Asks the tables.</param>
    /// <param name="members">Whose, in order.</param>
    /// <param name="span">Which days.</param>
    /// <param name="after">Only those that come after this place.</param>
    public static IEnumerable<(string Place, StatementLine Item)> Lines(Ask ask, IEnumerable<string> members, Span span, string after)
    {
        var (initiative, currency) = after.Length == 0 ? ("", "") : RecordId.Parts(after);
        return members.Where(member => string.CompareOrdinal(member, initiative) >= 0)
            .SelectMany(member => Lines(ask, member, span, onlyShared: true))
            .Where(line => line.Initiative != initiative || string.CompareOrdinal(line.Currency, currency) > 0)
            .Select(line => ($"{line.Initiative}/{line.Currency}", line));
    }

    /// <summary>What the members of a nest have together, a sum a currency.</summary>
    public static IEnumerable<NestSum> Sums(Ask ask, IReadOnlySet<string> members, bool areAll, Span span) =>
        MoneySums.Of(ask, members, areAll, span).GroupBy(sum => sum.Currency).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Sum(group.Key, [.. group], members));

    private static StatementLine Line(string initiative, string currency, IEnumerable<MoneySum> sums)
    {
        var (before, total) = (new Holding(), new Holding());
        foreach (var sum in sums) (before, total) = (before.With(sum.Flow, sum.Before), total.With(sum.Flow, sum.Total));
        return new StatementLine
        {
            Initiative = initiative,
            Currency = currency,
            Opening = Amount.Write(before.Unspent, currency),
            Received = Between(holding => holding.Received),
            Accepted = Between(holding => holding.Accepted),
            TakenBack = Between(holding => holding.TakenBack),
            Allocated = Between(holding => holding.Allocated),
            Spent = Between(holding => holding.Spent),
            Refunded = Between(holding => holding.Refunded),
            Returned = Between(holding => holding.Returned),
            Unspent = Amount.Write(total.Unspent, currency),
            Committed = Amount.Write(total.Committed, currency),
            Available = Amount.Write(total.Available, currency),
        };

        string Between(Func<Holding, long> of) => Amount.Write(checked(of(total) - of(before)), currency);
    }

    private static NestSum Sum(string currency, IReadOnlyList<MoneySum> sums, IReadOnlySet<string> members)
    {
        // What goes from one member to another leaves the nest as it is: it is in the one, on its way, or in the other.
        var (opening, total) = (Held(sum => sum.Before), Held(sum => sum.Total));
        return new NestSum
        {
            Currency = currency,
            Opening = Write(opening.Within.Unspent + opening.OnItsWay),
            Received = Write(total.Within.Received - opening.Within.Received),
            FromAbove = Write(total.Outside.Accepted - opening.Outside.Accepted),
            Spent = Write(total.Within.Spent - opening.Within.Spent),
            Refunded = Write(total.Within.Refunded - opening.Within.Refunded),
            ReturnedAbove = Write(total.Outside.Returned - opening.Outside.Returned),
            AllocatedOut = Write(total.GoneOut - opening.GoneOut),
            Unspent = Write(total.Within.Unspent),
            OnItsWay = Write(total.OnItsWay),
            Committed = Write(total.Within.Committed),
        };

        string Write(long units) => Amount.Write(units, currency);

        Nested Held(Func<MoneySum, long> units)
        {
            var (within, outside) = (new Holding(), new Holding());
            foreach (var sum in sums)
            {
                within = within.With(sum.Flow, units(sum));
                if (sum.Other.Length > 0 && !members.Contains(sum.Other)) outside = outside.With(sum.Flow, units(sum));
            }

            return new Nested(within, outside);
        }
    }

    /// <param name="Within">All that the members' funds moved.</param>
    /// <param name="Outside">That of it which was with initiatives that are not members.</param>
    private readonly record struct Nested(Holding Within, Holding Outside)
    {
        public long GoneOut => checked(Outside.Allocated - Outside.TakenBack);

        public long OnItsWay => checked(
            Within.Allocated - Outside.Allocated - (Within.TakenBack - Outside.TakenBack)
            - (Within.Accepted - Outside.Accepted) + (Within.Returned - Outside.Returned));
    }
}
