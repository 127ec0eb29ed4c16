using CollectiveImpact.NestFolder.Calls;
using CollectiveImpact.NestFolder.Functions;
using CollectiveImpact.NestFolder.Indicators;
using CollectiveImpact.NestFolder.Initiatives;
using CollectiveImpact.NestFolder.Labels;
using CollectiveImpact.NestFolder.Published;
using CollectiveImpact.NestFolder.Reports;
using CollectiveImpact.NestFolder.Writing;

namespace CollectiveImpact.NestFolder;

/// <summary>A nest on disk, read and found without fault.</summary>
/// <param name="Initiatives">Who is in the nest, and how they are aligned.</param>
/// <param name="Indicators">What is measured, in the order of the file, with what <c>cells.csv</c> calls its cells.</param>
/// <param name="Holdings">Who holds which function; empty without <c>functions.csv</c>.</param>
/// <param name="Reports">What was observed: one report an initiative, indicator and period.</param>
/// <param name="Published">What somebody else publishes; empty without <c>published.csv</c>.</param>
public sealed record Folder(
    InitiativeTree Initiatives,
    IReadOnlyList<IndicatorRow> Indicators,
    IReadOnlyList<HoldingRow> Holdings,
    IReadOnlyList<ReportRows> Reports,
    IReadOnlyList<PublishedRow> Published)
{
    /// <summary>What is said to the nest once all that is registered, in this order; empty without <c>calls.json</c>.</summary>
    public IReadOnlyList<CallRow> Calls { get; init; } = [];

    /// <summary>The names that the files of a nest folder have, in the order in which they are read.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
        [InitiativesFile.Name, IndicatorsFile.Name, FunctionsFile.Name, ObservationsFile.Name, PublishedFile.Name, CellsFile.Name, CallsFile.Name];

    /// <summary>How many rows of <c>observations.csv</c> hold a figure.</summary>
    public int ObservationCount => Reports.Sum(report => report.Reported.Count());

    /// <summary>Reads a folder and checks all of it.</summary>
    public static FolderReading Read(string directory) => FolderReader.Read(directory);

    /// <summary>
    /// Writes its files into a folder that exists. Columns and files that would be empty are left out. What a folder may not
    /// hold is written nonetheless: reading it tells what that is.
    /// </summary>
    public void Write(string directory) => FolderWriter.Write(this, directory);
}
