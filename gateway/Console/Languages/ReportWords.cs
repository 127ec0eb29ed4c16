using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of reporting.</summary>
public sealed partial class Words
{
    public string Report => Say();
    public string ReportFor(string partner) => Say(nameof(ReportFor), partner);
    public string IndicatorHeading => Say();
    public string GoOn => Say();
    public string ReportSaved => Say();
    public string SeeFigure => Say();
    public string ReportHint => Say();
    public string NotANumber(string row, string typed) => Say(nameof(NotANumber), row, typed);
    public string NothingTyped => Say();
    public string NotThatPeriod(string typed, string form) => Say(nameof(NotThatPeriod), typed, form);
    public string PeriodLike(string form) => Say(nameof(PeriodLike), form);

    /// <summary>What is typed first.</summary>
    public string FirstNumber(Indicator.Types.Kind kind) => kind switch
    {
        Indicator.Types.Kind.Ratio => Say("FirstNumber.Ratio"),
        Indicator.Types.Kind.Mean => Say("FirstNumber.Mean"),
        _ => Figure,
    };

    /// <summary>What is typed beside it; null for what has none.</summary>
    public string? SecondNumber(Indicator.Types.Kind kind) => kind switch
    {
        Indicator.Types.Kind.Ratio => Say("SecondNumber.Ratio"),
        Indicator.Types.Kind.Mean => Say("SecondNumber.Mean"),
        _ => null,
    };
}
