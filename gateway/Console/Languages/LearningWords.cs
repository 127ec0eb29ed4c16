using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of learning: curves, what was to come of them, the stories behind them.</summary>
public sealed partial class Words
{
    // The curve
    public string TheCurve => Say();
    public string CurveMissing => Say();
    public string History => Say();
    public string BaselineHeading => Say();
    public string Target => Say();
    public string Targets => Say();
    public string ForecastHeading => Say();
    public string Range => Say();
    public string Between(string low, string high) => Say(nameof(Between), low, high);
    public string ForecastOf(string figure, string period, string low, string high, int percent) => Say(nameof(ForecastOf), figure, period, percent, low, high);
    public string NoForecast => Say();
    public string TurnedBetter => Say();
    public string TurnedNot => Say();
    public string TurnedWorse => Say();
    public string TurnedSomewhere => Say();
    public string AgainstExpected(string actual, string period, string low, string high, string baseline) => Say(nameof(AgainstExpected), actual, period, baseline, low, high);
    public string NoBaseline => Say();
    public string NoTurnYet => Say();
    public string CurveTable => Say();
    public string SetTargets => Say();
    public string ChangeTargets => Say();
    public string TargetsHint(string indicator) => Say(nameof(TargetsHint), indicator);
    public string NoneSet => Say();
    public string TargetNumber(int number) => Say(nameof(TargetNumber), number);
    public string TargetValue(Indicator.Types.Kind kind) => kind == Indicator.Types.Kind.Ratio
        ? Say("TargetValue.Ratio") : Say("TargetValue.Other");
    public string Breakdown => Say();

    public string NameOf(TargetPoint.Types.State state) => state switch
    {
        TargetPoint.Types.State.Reached => Say("NameOf.TargetPointState.Reached"),
        TargetPoint.Types.State.Missed => Say("NameOf.TargetPointState.Missed"),
        TargetPoint.Types.State.Undirected => Say("NameOf.TargetPointState.Undirected"),
        _ => Say("NameOf.TargetPointState.Other"),
    };

    // What changed
    public string WhatChanged => Say();
    public string ChangedFromTo(string from, string to) => Say(nameof(ChangedFromTo), from, to);
    public string From => Say();
    public string ChangeHeading => Say();
    public string OfTheRate => Say();
    public string OfTheMean => Say();
    public string ReportedItself => Say();
    public string OthersTogether(int others) => Some(others);
    public string Show => Say();
    public string ChangeMissing => Say();
    public string Points(string points, bool several) => several
        ? Say("Points.other", points) : Say("Points.one", points);

    public string? About(FigureChange.Types.Coverage coverage) => coverage switch
    {
        FigureChange.Types.Coverage.New => Say("About.FigureChangeCoverage.New"),
        FigureChange.Types.Coverage.Gone => Say("About.FigureChangeCoverage.Gone"),
        _ => null,
    };

    // Stories
    public string StoriesBehind => Say();
    public string NoStoriesYet => Say();
    public string WriteStory => Say();
    public string ChangeCurveStory => Say();
    public string StoryHint(string indicator) => Say(nameof(StoryHint), indicator);
    public string Behind => Say();
    public string WhatWorks => Say();
    public string ActionsChosen => Say();
    public string Outcome => Say();
    public string LookedAtOn => Say();

    // The page of learning
    public string AllStories => Say();
    public string OnlyWhatWorks => Say();
    public string NoStoriesHere => Say();
    public string NoneSaysWhatWorks => Say();
    public string OwnCurves => Say();
    public string Crosswalks => Say();
    public string CrosswalksCaption => Say();
    public string LocalIndicator => Say();
    public string CoreIndicator => Say();
    public string Comparable => Say();
    public string Differences => Say();

    public string NameOf(Crosswalk.Types.Comparability comparability) => comparability switch
    {
        Crosswalk.Types.Comparability.Same => Say("NameOf.CrosswalkComparability.Same"),
        Crosswalk.Types.Comparability.Nearly => Say("NameOf.CrosswalkComparability.Nearly"),
        Crosswalk.Types.Comparability.Not => Say("NameOf.CrosswalkComparability.Not"),
        _ => Say("NameOf.CrosswalkComparability.Other"),
    };

    public string NotComparedAsIs => Say();

    public string AddCrosswalk => Say();
    public string ChangeCrosswalk => Say();
    public string CrosswalkHint => Say();
    public string UnlessTheSame => Say();
}
