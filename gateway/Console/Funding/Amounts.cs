using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Funding;

/// <summary>An amount and its currency, typed side by side.</summary>
internal static class Amounts
{
    private const string UsualCurrency = "CAD";

    public static IEnumerable<Field> Fields(WritingForm form, string name, string label, Money? money, string path, string hint = "", bool isRequired = false)
    {
        var words = form.Asked.Words;
        yield return new(name, words.AmountHeading, TypedNumber.Show(money?.Amount ?? "", form.Asked.Edition.Language))
        {
            Kind = FieldKind.Number, Path = $"{path}.amount", MaxLength = 40, Hint = hint, IsRequired = isRequired, Group = label,
        };
        yield return new(CurrencyOf(name), words.Currency, money?.Currency ?? UsualCurrency)
        {
            Path = $"{path}.currency", MaxLength = 3, Hint = words.CurrencyHint, IsRequired = isRequired, Group = label,
        };
    }

    /// <summary>Null where no amount was typed.</summary>
    public static Money? Take(Typed typed, string name) => typed.Number(name) is { Length: > 0 } amount
        ? new Money { Amount = amount, Currency = typed[CurrencyOf(name)].ToUpperInvariant() }
        : null;

    private static string CurrencyOf(string name) => $"{name}-currency";
}
