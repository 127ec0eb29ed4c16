using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Importing;

/// <summary>What the page of an import shows.</summary>
/// <param name="Indicators">Those that can be reported, with what each is called in a file.</param>
/// <param name="Faults">What is wrong with the file, row by row.</param>
/// <param name="Preview">What it would change; null where nothing was looked at, or something is wrong.</param>
/// <param name="Imported">How many reports were changed just now; null where nothing was imported.</param>
public sealed record ImportModel(
    Initiative Initiative, Names Names, IReadOnlyList<Indicator> Indicators, IReadOnlyList<FileFault> Faults, ImportPreview? Preview, int? Imported);

/// <summary>What an import would change.</summary>
/// <param name="Number">By which the file is held until it is imported.</param>
/// <param name="Unchanged">How many reports say what stands already.</param>
public sealed record ImportPreview(string Number, IReadOnlyList<PreviewedChange> Changes, int Unchanged);

/// <summary>A report that would be new, or replace another.</summary>
/// <param name="Before">Empty where it would be new.</param>
public sealed record PreviewedChange(ReportRequest After, IReadOnlyList<Observation> Before)
{
    /// <summary>Its figures, each as it stands and as it would be; an absent one is null.</summary>
    public IEnumerable<(string Cell, string PartOf, Observation? Before, Observation? After)> Figures =>
        Before.Concat(After.Observations).Select(each => (each.Cell, each.PartOf)).Distinct().Order()
            .Select(key => (key.Cell, key.PartOf, Find(Before, key), Find(After.Observations, key)));

    private static Observation? Find(IEnumerable<Observation> observations, (string Cell, string PartOf) key) =>
        observations.FirstOrDefault(each => (each.Cell, each.PartOf) == key);
}
