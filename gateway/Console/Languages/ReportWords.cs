using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of reporting.</summary>
public sealed partial class Words
{
    public string Report => Say("Report a figure", "Déclarer un chiffre");
    public string ReportFor(string partner) => Say($"For the partner {partner}.", $"Pour le partenaire {partner}.");
    public string IndicatorHeading => Say("Indicator", "Indicateur");
    public string GoOn => Say("Go on", "Continuer");
    public string ReportSaved => Say("It is reported, and counts from now on.", "C’est déclaré, et cela compte dès maintenant.");
    public string SeeFigure => Say("See the figure, and what it is made of", "Voir le chiffre et de quoi il est fait");
    public string ReportHint => Say(
        "What you report replaces all that was reported here for this period. Leave empty what is not known; 0 is a figure.",
        "Ce que vous déclarez remplace tout ce qui avait été déclaré ici pour cette période. Laissez vide ce qui n’est pas connu\u00A0; 0 est un chiffre.");
    public string NotANumber(string row, string typed) => Say($"{row}: “{typed}” is no number.", $"{row}\u00A0: «\u00A0{typed}\u00A0» n’est pas un nombre.");
    public string NothingTyped => Say("Type a figure.", "Saisissez un chiffre.");
    public string NotThatPeriod(string typed, string form) => Say($"“{typed}” is no such period; write it like {form}.", $"«\u00A0{typed}\u00A0» n’est pas une telle période\u00A0; écrivez-la comme {form}.");
    public string PeriodLike(string form) => Say($"Like {form}", $"Comme {form}");

    /// <summary>What is typed first.</summary>
    public string FirstNumber(Indicator.Types.Kind kind) => kind switch
    {
        Indicator.Types.Kind.Ratio => Say("Numerator", "Numérateur"),
        Indicator.Types.Kind.Mean => Say("Sum", "Somme"),
        _ => Figure,
    };

    /// <summary>What is typed beside it; null for what has none.</summary>
    public string? SecondNumber(Indicator.Types.Kind kind) => kind switch
    {
        Indicator.Types.Kind.Ratio => Say("Denominator", "Dénominateur"),
        Indicator.Types.Kind.Mean => Say("How many", "Combien"),
        _ => null,
    };
}
