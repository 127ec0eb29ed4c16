using System.Globalization;

namespace CollectiveImpact.Console.Agenda.Drafting;

/// <summary>Puts clauses in the order of their numbers as people read them: 2 before 10, and 2.1 after 2.</summary>
internal sealed class ClauseNumbers : IComparer<string>
{
    public static ClauseNumbers InOrder { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (one, other) = ((x ?? "").Split('.'), (y ?? "").Split('.'));
        for (var i = 0; i < Math.Min(one.Length, other.Length); i++)
            if (ComparePart(one[i], other[i]) is not 0 and var order)
                return order;
        return one.Length.CompareTo(other.Length);
    }

    private static int ComparePart(string one, string other) =>
        int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && int.TryParse(other, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            ? first.CompareTo(second)
            : string.CompareOrdinal(one, other);
}
