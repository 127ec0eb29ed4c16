using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.RecordForms;

/// <summary>What was typed into a form, and what of it can't be read.</summary>
internal sealed class Typed(IFormCollection form, Edition edition)
{
    private readonly List<WritingFault> _faults = [];

    public IReadOnlyList<WritingFault> Faults => _faults;

    // Browsers send a line's end as two characters.
    public string this[string name] => form[name].ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    public IReadOnlyList<string> All(string name) => [.. form[name].OfType<string>().Where(value => value.Length > 0)];

    public bool Has(string name) => form.ContainsKey(name);

    /// <summary>What was typed of a choice; its first value, which is unspecified, for what is none.</summary>
    public TChoice Choice<TChoice>(string name)
        where TChoice : struct, Enum =>
        Enum.TryParse<TChoice>(this[name], out var chosen) && Enum.IsDefined(chosen) ? chosen : default;

    /// <summary>A text with what was typed in each language; null where both are empty.</summary>
    public Text? Text(string name)
    {
        var (own, other) = (this[name], this[OtherLanguage.NameOf(name, edition.Other)]);
        var text = edition.Language == Language.French ? new Text { Fr = own, En = other } : new Text { En = own, Fr = other };
        return text is { En: "", Fr: "" } ? null : text;
    }

    /// <summary>A number as the contract writes it; empty where nothing was typed or it is none, which is a fault.</summary>
    public string Number(string name)
    {
        var typed = this[name];
        if (typed.Length == 0)
            return "";
        if (TypedNumber.Read(typed, edition.Language) is { } number)
            return number;
        Refuse(name, edition.Words.NoNumber(typed));
        return "";
    }

    /// <summary>A whole number; null where nothing was typed or it is none, which is a fault.</summary>
    public long? Whole(string name)
    {
        var number = Number(name);
        if (number.Length == 0)
            return null;
        if (long.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var whole))
            return whole;
        Refuse(name, edition.Words.NoWhole(this[name]));
        return null;
    }

    public void Refuse(string name, string why) => _faults.Add(new(name, why));
}
