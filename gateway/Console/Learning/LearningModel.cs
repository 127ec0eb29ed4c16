using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Learning;

/// <summary>What the page of an initiative's learning shows.</summary>
/// <param name="Indicators">The initiative's, each of which has a curve.</param>
/// <param name="Elsewhere">What initiatives below define for themselves, where a story or a crosswalk names it.</param>
/// <param name="Stories">Behind its own curves, and those of the initiatives below.</param>
/// <param name="OnlyWhatWorks">Whether only those are shown that say what works.</param>
/// <param name="Crosswalks">Its own, and those of the initiatives below.</param>
public sealed record LearningModel(
    Initiative Initiative, IReadOnlyList<Indicator> Indicators, IReadOnlyList<Indicator> Elsewhere, IReadOnlyList<CurveStory> Stories, bool OnlyWhatWorks, IReadOnlyList<Crosswalk> Crosswalks,
    IReadOnlyDictionary<string, Text> Actions, bool MayWrite, Names Names)
{
    public Indicator? Find(string key) => Indicators.Concat(Elsewhere).FirstOrDefault(indicator => $"{indicator.Initiative}/{indicator.Indicator_}" == key);
}
