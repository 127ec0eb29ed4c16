using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Learning;

/// <summary>The curve of an indicator at an initiative, with the story behind it.</summary>
/// <param name="Curve">Null where it could not be read.</param>
/// <param name="Absence">Why, where it could not.</param>
/// <param name="Change">What changed between two periods; null where there are no two, or it is not for the reader.</param>
/// <param name="ChangeAbsence">Why it is missing; null where there is nothing to say.</param>
/// <param name="Stories">The initiative's own first, then those of the initiatives below.</param>
/// <param name="MayWrite">Whether the reader may write targets and stories.</param>
public sealed record CurveModel(
    string Initiative, string Indicator, Curve? Curve, Absence Absence, FigureChange? Change, Absence? ChangeAbsence,
    IReadOnlyList<CurveStory> Stories, IReadOnlyDictionary<string, Text> Actions, bool MayWrite, Names Names)
{
    /// <summary>The periods with a figure, from which a change can be asked for.</summary>
    public IReadOnlyList<string> Periods => [.. (Curve?.Points ?? []).Where(point => point.Value.Length > 0).Select(point => point.Period)];
}
