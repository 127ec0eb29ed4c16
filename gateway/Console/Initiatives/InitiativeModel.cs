using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Learning;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Initiatives;

/// <summary>What the page of one initiative shows.</summary>
/// <param name="Functions">Null where they could not be told.</param>
/// <param name="Held">What it holds, or is asked to hold, for others.</param>
/// <param name="MoreIndicators">Token of the next page of indicators; empty after the last.</param>
/// <param name="OneIndicator">Whether the page was asked for one indicator only.</param>
/// <param name="Curve">Of the one indicator; null where the page was asked for all.</param>
/// <param name="Gaps">Parts that are missing, each with the reason.</param>
public sealed record InitiativeModel(
    Initiative Initiative,
    ChildPage Children,
    IReadOnlyList<IndicatorPanel> Panels,
    string MoreIndicators,
    bool OneIndicator,
    CurveModel? Curve,
    FunctionMap? Functions,
    HeldForOthers Held,
    Names Names,
    IReadOnlyList<(Gap Part, Absence Absence)> Gaps);
