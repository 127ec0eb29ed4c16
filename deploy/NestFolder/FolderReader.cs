using CollectiveImpact.NestFolder.Calls;
using CollectiveImpact.NestFolder.Functions;
using CollectiveImpact.NestFolder.Indicators;
using CollectiveImpact.NestFolder.Initiatives;
using CollectiveImpact.NestFolder.Labels;
using CollectiveImpact.NestFolder.Published;
using CollectiveImpact.NestFolder.Reading;
using CollectiveImpact.NestFolder.Reports;

namespace CollectiveImpact.NestFolder;

internal static class FolderReader
{
    public static FolderReading Read(string directory)
    {
        if (!Directory.Exists(directory))
            return new(null, [new(directory, 0, "", "no such folder; name one that holds initiatives.csv")]);

        var faults = new FaultList();
        var initiatives = InitiativesFile.Read(directory, faults);
        var indicators = IndicatorsFile.Read(directory, initiatives, faults);
        var holdings = FunctionsFile.Read(directory, initiatives, faults);
        var kinds = new PeriodKinds(indicators.Rows);
        var reports = ObservationsFile.Read(directory, initiatives, indicators, kinds, faults);
        var published = PublishedFile.Read(directory, initiatives, indicators, kinds, reports, faults);
        var labels = CellsFile.Read(directory, faults);
        var defined = UsedLabels.AppliedTo(kinds.AppliedTo(indicators.Rows), labels, reports, published, faults);
        var calls = CallsFile.Read(directory, faults);

        if (faults.Any)
            return new(null, faults.InOrder());
        return new(new(initiatives.Tree, defined, holdings, reports, published) { Calls = calls }, []);
    }
}
