using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Languages;

namespace CollectiveImpact.Console.Funding;

/// <summary>Amounts of money as people of one language write them, exact to the last digit.</summary>
internal static class Sums
{
    /// <summary>In English <c>$1,200.50</c>, in French <c>1 200,50 $</c>; other currencies by their code.</summary>
    public static string Say(Edition edition, string? amount, string? currency)
    {
        if (ExactDecimal.Parse(amount ?? "") is not { } figure)
            return edition.Words.NoFigure;
        var (number, minus) = (edition.Numbers.Exact(figure.Magnitude), figure.Sign < 0 ? "\u2212" : "");
        return (edition.Language, currency) switch
        {
            (Language.French, "CAD") => $"{minus}{number}\u00A0$",
            (Language.French, "USD") => $"{minus}{number}\u00A0$\u00A0US",
            (Language.French, _) => $"{minus}{number}\u00A0{currency}",
            (_, "CAD") => $"{minus}${number}",
            (_, "USD") => $"{minus}US${number}",
            _ => $"{minus}{currency}\u00A0{number}",
        };
    }
}
