using System.Globalization;
using System.Runtime.CompilerServices;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>
/// Everything the pages say themselves, in one language. The texts stand in <c>Texts/</c>, under the names of these
/// members. The words are the field's own: in French those in use among its practitioners in Canada.
/// </summary>
public sealed partial class Words(Language language)
{
    /// <summary>Before the name of each call that changes something.</summary>
    internal const string CallPrefix = "Call.";

    private readonly Texts _texts = Texts.Of(language);
    private readonly CultureInfo _culture = Edition.CultureOf(language);

    private string Say([CallerMemberName] string text = "") => _texts[text];

    /// <summary>A text with something put in the place of each <c>{0}</c>.</summary>
    private string Say(string text, params ReadOnlySpan<object?> values) => string.Format(_culture, _texts[text], values);

    /// <summary>A number with what there are so many of: the text's <c>one</c> or <c>other</c>, as the Unicode CLDR names plurals.</summary>
    private string Some(int count, [CallerMemberName] string text = "")
    {
        // In French nought is singular.
        var single = language == Language.French ? count is 0 or 1 : count == 1;
        return Say(text + (single ? ".one" : ".other"), new Numbers(_culture).Count(count));
    }

    // The frame of every page
    public string Product => Say();
    public string OtherLanguage => Say();
    public string LanguageChoice => Say();
    public string SkipToContent => Say();
    public string YouAreHere => Say();
    public string Promise => Say();
    public string Title(string page) => $"{page} \u2013 {Product}";
    public string Colon => Say();
    public string And => Say();

    // The nest
    public string TheNest => Say();
    public string EmptyNest => Say();
    public string WhoIsIn => Say();
    public string NotAligned => Say();
    public string AlignedDirectly => Say();
    public string SharedWith => Say();
    public string Initiatives(int count) => Some(count);
    public string Locals(int count) => Some(count);
    public string Provincials(int count) => Some(count);
    public string FiguresAndFunctions(string name) => Say(nameof(FiguresAndFunctions), name);
    public string AndMore(int count) => Some(count);

    public string Measures(int provincial, int local) => (provincial, local) switch
    {
        (0, 0) => Say("Measures.Alone"),
        (0, _) => Say("Measures.ByOne", Locals(local)),
        (_, 0) => Say("Measures.ByOne", Provincials(provincial)),
        _ => Say("Measures.ByBoth", Provincials(provincial), Locals(local)),
    };

    public string LevelOf(Level level) => level switch
    {
        Level.Local => Say("LevelOf.Local"),
        Level.Provincial => Say("LevelOf.Provincial"),
        Level.National => Say("LevelOf.National"),
        _ => Say("LevelOf.Other"),
    };

    // An initiative
    public string AlignedWith => Say();
    public string AlignedBelow(int count) => Some(count);
    public string IdIs => Say();
    public string Previous => Say();
    public string Next => Say();
    public string FirstPage => Say();
    public string PageOf(int page, int pages) => Say(nameof(PageOf), page, pages);
    public string Term(string? from, string? until) => (from, until) switch
    {
        ({ }, { }) => Say("Term.Between", from, until),
        ({ }, null) => Say("Term.Since", from),
        _ => Say("Term.Until", until),
    };

    // Figures
    public string Figures => Say();
    public string Figure => Say();
    public string NoFigure => "\u2013";
    public string Period => Say();
    public string RolledUp => Say();
    public string Published => Say();
    public string Difference => Say();
    public string Source => Say();
    public string OutOf => Say();
    public string NotReported => Say();
    public string NothingReported => Say();
    public string NoIndicators => Say();
    public string AllIndicators => Say();
    public string MoreIndicators => Say();
    public string AsTable => Say();
    public string ExplainFigure => Say();
    public string TotalOf(string name) => Say(nameof(TotalOf), name);
    public string Broken => Say();
    public string AllCells(int count) => Say(nameof(AllCells), count);
    public string UnitIs => Say();
    public string Matches => Say();
    public string Differs => Say();
    public string Within(string tolerance) => Say(nameof(Within), tolerance);
    public string Beyond(string tolerance) => Say(nameof(Beyond), tolerance);
    public string Contributions(int count) => Some(count);
    public string PointsSince(int sign, string points, bool several, string period) =>
        Since(sign, Points(points, several), period);
    public string ShareSince(int sign, string share, string period) => Since(sign, share, period);

    public string? Better(Indicator.Types.Direction direction) => direction switch
    {
        Indicator.Types.Direction.Up => Say("Better.Up"),
        Indicator.Types.Direction.Down => Say("Better.Down"),
        _ => null,
    };

    public string KindOf(Indicator.Types.Kind kind) => kind switch
    {
        Indicator.Types.Kind.Ratio => Say("KindOf.Ratio"),
        Indicator.Types.Kind.Mean => Say("KindOf.Mean"),
        Indicator.Types.Kind.Value => Say("KindOf.Value"),
        _ => Say("KindOf.Other"),
    };

    public string Total => Say();
    public string ShownPerPlace => Say();
    public string ByPlaceFor => Say();
    public string ChartDescription(IEnumerable<string> figures) => string.Join("; ", figures) + ".";
    public string ChartFigure(string period, string? rolledUp, string? published) =>
        $"{period}{Colon}{rolledUp ?? NotReported}"
        + (published is null ? "" : Say(nameof(ChartFigure), published));

    // One figure, explained
    public string FigureExplained => Say();
    public string WhatAddsUp => Say();
    public string PlaceByPlace => Say();
    public string ContributionsCaption => Say();
    public string AllFromCells => Say();
    public string Week(int number, int year) => Say(nameof(Week), number, year);
    public string Quarter(int number, int year) => Say(nameof(Quarter), number, year);
    public string Place => Say();
    public string Received => Say();
    public string Places(int count) => Some(count);
    public string Days(int count) => Some(count);
    public string Through => Say();
    public string PartOf(string parent) => Say(nameof(PartOf), parent);
    public string ReportedBy(string reporter) => Say(nameof(ReportedBy), reporter);
    public string FromCells => Say();
    public string OneAddsUp => Say();
    public string AddsUp(string count) => Say(nameof(AddsUp), count);
    public string EqualToFigure => Say();
    public string NotEqualToFigure => Say();
    public string NotYetReported(int count) => Say(nameof(NotYetReported), Places(count));

    // The six functions
    public string Functions => Say();
    public string WritesForAll => Say();
    public string ProposedTo => Say();
    public string By => Say();
    public string Accepted => Say();
    public string Declined => Say();

    public string NameOf(Function function) => function switch
    {
        Function.GuideVisionAndStrategy => Say("NameOf.Function.GuideVisionAndStrategy"),
        Function.SupportAlignedActivities => Say("NameOf.Function.SupportAlignedActivities"),
        Function.EstablishSharedMeasurement => Say("NameOf.Function.EstablishSharedMeasurement"),
        Function.BuildPublicWill => Say("NameOf.Function.BuildPublicWill"),
        Function.AdvancePolicy => Say("NameOf.Function.AdvancePolicy"),
        Function.MobilizeResources => Say("NameOf.Function.MobilizeResources"),
        _ => Say("NameOf.Function.Other"),
    };

    public string NameOf(FunctionState.Types.State state) => state switch
    {
        FunctionState.Types.State.Held => Say("NameOf.FunctionState.Held"),
        FunctionState.Types.State.Shared => Say("NameOf.FunctionState.Shared"),
        FunctionState.Types.State.Proposed => Say("NameOf.FunctionState.Proposed"),
        FunctionState.Types.State.Overlap => Say("NameOf.FunctionState.Overlap"),
        FunctionState.Types.State.Lapsed => Say("NameOf.FunctionState.Lapsed"),
        FunctionState.Types.State.Gap => Say("NameOf.FunctionState.Gap"),
        _ => Say("NameOf.FunctionState.Other"),
    };

    public string? About(FunctionState.Types.State state) => state switch
    {
        FunctionState.Types.State.Proposed => Say("About.FunctionState.Proposed"),
        FunctionState.Types.State.Overlap => Say("About.FunctionState.Overlap"),
        FunctionState.Types.State.Lapsed => Say("About.FunctionState.Lapsed"),
        FunctionState.Types.State.Gap => Say("About.FunctionState.Gap"),
        _ => null,
    };

    // What could not be shown
    public string NotFound => Say();
    public string NotFoundBecause => Say();
    public string Unforeseen => Say();
    public string UnforeseenBecause => Say();
    public string TooLarge => Say();
    public string TooLargeBecause => Say();
    public string Unreachable => Say();
    public string NothingToShow => Say();
    public string FiguresMissing => Say();
    public string CellsMissing => Say();
    public string TryAgain => Say();
    public string BackToNest => Say();
    public string NodeUnreached => Say();
    public string HolderUnreached(string holder) => Say(nameof(HolderUnreached), holder);

    public string Missing(Gap part) => part switch
    {
        Gap.Children => Say("Missing.Children"),
        Gap.Functions => Say("Missing.Functions"),
        _ => FiguresMissing,
    };

    private string Since(int sign, string amount, string period) => sign switch
    {
        < 0 => Say("Compared.Less", amount, period),
        > 0 => Say("Compared.More", amount, period),
        _ => Say("Compared.Same", period),
    };
}
