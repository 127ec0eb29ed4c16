using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Learning;
using CollectiveImpact.Console.Tree;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Initiatives;

/// <summary>Reads the page of one initiative. Each part is asked for at once, and each may fail by itself.</summary>
internal sealed class InitiativeReader(NestCalls calls, PanelReader panels, CurveReader curves, TimeProvider clock)
{
    private const int IndicatorsOnPage = 8;
    private const int HoldingsOnPage = 24;
    private const int CellsInOverview = 6;
    private const int CellsOfOneIndicator = 200;

    public async Task<Answer<InitiativeModel>> Read(
        string id, InitiativeQuery query, Edition edition, CancellationToken cancellationToken)
    {
        var answer = await calls.GetInitiative(id, cancellationToken);
        if (!answer.Has(out var initiative))
            return new(answer.Outcome, null, answer.Absence);

        var listing = calls.ListInitiatives(id, cancellationToken);
        var functioning = calls.GetFunctionMap(id, cancellationToken);
        var holding = calls.ListHoldings(id, HoldingsOnPage, asked: false, cancellationToken);
        var measuring = Measure(id, query, cancellationToken);
        var drawing = query.Indicator.Length > 0
            ? curves.Read(initiative, query.Indicator, query.From, query.To, edition, cancellationToken) : Task.FromResult<CurveModel?>(null);
        await Task.WhenAll(listing, functioning, holding, measuring, drawing);
        var holdings = (await holding).Value;
        var (listed, functions, measured) = (await listing, await functioning, await measuring);

        var known = new List<Initiative>(listed.Value ?? []) { initiative };
        var today = clock.Today();
        var children = new NestTree(known, today, edition).Find(id)?.Children ?? [];
        // A child shared with another parent names that parent too, and so on: only of what is shown.
        var page = ChildPage.Of(children, query.Children);
        var names = await calls.NamesFor(
            [
                .. Parents(initiative),
                .. Holders(functions.Value),
                .. holdings?.Holdings.Select(each => each.Initiative) ?? [],
                .. page.Shown.SelectMany(child => Parents(child.Initiative)),
            ],
            known,
            cancellationToken);

        return new(Outcome.Given, new(
            initiative,
            page,
            measured.Panels,
            measured.More,
            query.Indicator.Length > 0,
            // Of a value that is shown per place, and of what is unknown, there is no curve to say anything about.
            measured.Panels is [{ State: not PanelState.PerPlace }] ? await drawing : null,
            functions.Value,
            new HeldForOthers(holdings?.Holdings ?? [], holdings?.NextPageToken.Length > 0),
            names,
            [.. Missing(listed, Gap.Children), .. Missing(functions, Gap.Functions), .. measured.Gaps]), Absence.Unknown);
    }

    private async Task<Measured> Measure(string id, InitiativeQuery query, CancellationToken cancellationToken)
    {
        if (query.Indicator.Length > 0)
        {
            var one = await panels.ReadOne(id, query.Indicator, CellsOfOneIndicator, cancellationToken);
            return new(one.Has(out var panel) ? [panel] : [], "", Missing(one, Gap.Indicators));
        }
        var listed = await calls.ListIndicators(id, IndicatorsOnPage, query.After, cancellationToken);
        if (!listed.Has(out var indicators))
            return new([], "", Missing(listed, Gap.Indicators));
        var read = await panels.Read(id, [.. indicators.Indicators], CellsInOverview, cancellationToken);
        return new(read, indicators.NextPageToken, []);
    }

    private static (Gap, Absence)[] Missing<T>(Answer<T> answer, Gap part)
        where T : class =>
        answer.Outcome is Outcome.Unreachable or Outcome.Closed or Outcome.Refused ? [(part, answer.Absence)] : [];

    private static IEnumerable<string> Parents(Initiative initiative) =>
        initiative.Alignments.Select(alignment => alignment.Parent);

    private static IEnumerable<string> Holders(FunctionMap? map) =>
        map?.Functions.SelectMany(function => function.Holders
            .Append(function.Writer)
            .Concat(function.Proposed.SelectMany(proposal => proposal.Holders.Append(proposal.By)))) ?? [];

    private sealed record Measured(
        IReadOnlyList<IndicatorPanel> Panels, string More, IReadOnlyList<(Gap Part, Absence Absence)> Gaps);
}
