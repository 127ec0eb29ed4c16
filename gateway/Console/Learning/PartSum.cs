using CollectiveImpact.Console.Figures;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Learning;

/// <summary>Parts of a change added up, exactly.</summary>
internal static class PartSum
{
    public static FigureChange.Types.Part Of(IEnumerable<FigureChange.Types.Part> parts)
    {
        var all = parts.ToList();
        return new()
        {
            Value = Sum(all.Select(part => part.Value)),
            Denominator = Sum(all.Select(part => part.Denominator)),
            Rate = Sum(all.Select(part => part.Rate)),
        };
    }

    private static string Sum(IEnumerable<string> figures)
    {
        ExactDecimal? sum = null;
        foreach (var figure in figures)
            if (ExactDecimal.Parse(figure) is { } parsed)
                sum = parsed - new ExactDecimal(-(sum ?? default).Unscaled, (sum ?? default).Scale);
        return sum is { } known ? PlainNumber.Of(known) : "";
    }
}
