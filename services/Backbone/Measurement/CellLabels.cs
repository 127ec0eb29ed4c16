using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>What people call the dimensions of an indicator's cells and their values.</summary>
internal static class CellLabels
{
    private const int Most = 200;

    public static CallFault? Fault(string field, IReadOnlyList<CellLabel> labels)
    {
        if (labels.Count > Most) return CallFault.Invalid(field, $"are {labels.Count}; an indicator has at most {Most}");
        HashSet<string> named = [];
        for (var place = 0; place < labels.Count; place++)
        {
            var (at, label) = ($"{field}[{place}]", labels[place]);
            if (!IsNamed(label.Of))
                return CallFault.Invalid($"{at}.of", $"`{Check.Shown(label.Of)}` is neither a dimension nor one of its values; write `tenure` or `tenure=renter`");
            if (!named.Add(label.Of)) return CallFault.Invalid($"{at}.of", $"`{Check.Shown(label.Of)}` has a label already; give it one");
            if (Check.Name($"{at}.name", label.Name) is { } fault) return fault;
        }

        return null;
    }

    // A dimension is whatever could stand before a value in a cell.
    private static bool IsNamed(string of) =>
        of.Length > 0 && !of.Contains(';') && Cell.Read("", of.Contains('=') ? of : of + "=x", out _) is null;
}
