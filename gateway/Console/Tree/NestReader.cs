using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Tree;

/// <summary>Reads the first page: the whole nest in pages of a thousand, then the figures of its top.</summary>
internal sealed class NestReader(NestCalls calls, PanelReader panels, TimeProvider clock)
{
    // Beyond it a reader no longer finds a place by looking: a province's locals then stand on its own page.
    private const int MostListed = 400;
    private const int MostHeadlines = 3;
    private const int IndicatorsEach = 4;

    public async Task<Answer<NestModel>> Read(Edition edition, CancellationToken cancellationToken)
    {
        var listed = await calls.ListInitiatives("", cancellationToken);
        if (!listed.Has(out var initiatives))
            return new(listed.Outcome, null, listed.Absence);

        var today = clock.Today();
        var roots = new NestTree(initiatives, today, edition).Roots;
        var tops = roots.Where(IsTop).ToList();
        var headlines = await Task.WhenAll(
            tops.Select((root, place) => Headline(root, place < MostHeadlines, cancellationToken)));
        return new(Outcome.Given, new(
            headlines,
            [.. roots.Where(root => !IsTop(root))],
            initiatives.Count,
            initiatives.Count <= MostListed,
            new Names(initiatives)), Absence.Unknown);
    }

    private static bool IsTop(Branch root) => root.Initiative.Level == Level.National || root.Children.Count > 0;

    private async Task<Headline> Headline(Branch root, bool withFigures, CancellationToken cancellationToken)
    {
        if (!withFigures)
            return new(root, [], More: false, Unreachable: false, Absence.Unknown);
        var id = root.Initiative.Initiative_;
        var listed = await calls.ListIndicators(id, IndicatorsEach, after: "", cancellationToken);
        if (!listed.Has(out var indicators))
            return new(root, [], More: false, listed.Outcome != Outcome.NotFound, listed.Absence);
        var read = await panels.Read(id, [.. indicators.Indicators], cells: 0, cancellationToken);
        return new(root, read, indicators.NextPageToken.Length > 0, Unreachable: false, Absence.Unknown);
    }
}
