using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>One figure of a report.</summary>
/// <param name="Part">The parent to which this part belongs; empty where the report is not by part.</param>
/// <param name="Cell">The disaggregation; empty for the total.</param>
/// <param name="Value">The figure; of a ratio the numerator, of a mean the sum.</param>
/// <param name="Denominator">Zero for a count or a value.</param>
/// <param name="FromCells">Whether it is a total that the cells add up to, and was not reported itself.</param>
internal sealed record ReportedFigure(string Part, string Cell, Figure Value, Figure Denominator, bool FromCells = false);

/// <summary>What a report says, checked and in one order.</summary>
internal static class ReportContent
{
    private const int MostObservations = 1000;

    /// <summary>
    /// Reads a report's observations, and adds the totals that follow from its cells. Whether they fit the initiative's
    /// alignments is not asked: those change, and a report that fitted when it was written stands.
    /// </summary>
    public static CallFault? Read(
        Indicator indicator, Period period, IReadOnlyList<Observation> observations, out IReadOnlyList<ReportedFigure> figures)
    {
        figures = [];
        if (observations.Count > MostObservations)
            return CallFault.Invalid("observations", $"has {observations.Count} entries; a report has at most {MostObservations}");
        if (period.Kind != indicator.PeriodKind)
            return CallFault.Invalid("period", $"`{period.Text}` is a {period.Kind}, and {indicator.Indicator_} is reported by {indicator.PeriodKind}");
        SortedDictionary<(string Part, string Cell), (ReportedFigure Figure, string Dimensions)> read = [];
        for (var i = 0; i < observations.Count; i++)
        {
            var field = $"observations[{i}]";
            if (Read(indicator, field, observations[i], out var figure, out var dimensions) is { } fault) return fault;
            if (!read.TryAdd((figure.Part, figure.Cell), (figure, dimensions)))
                return CallFault.Invalid($"{field}.cell", $"`{figure.Cell}` is reported twice{(figure.Part.Length > 0 ? $" for the part of {figure.Part}" : "")}");
        }

        if (read.Keys.Any(key => key.Part.Length == 0) && read.Keys.Any(key => key.Part.Length > 0))
            return CallFault.Invalid("observations", "some are by part and some are not; name `part_of` in all of them or in none");
        figures = [.. read.Values.Select(each => each.Figure)];
        return indicator.CellsAdd() ? AddTotals(read.Values, ref figures) : null;
    }

    /// <summary>In the contract's form, without the totals that follow.</summary>
    public static ReportRecord Write(IEnumerable<ReportedFigure> figures, Indicator indicator)
    {
        var record = new ReportRecord();
        foreach (var figure in figures.Where(figure => !figure.FromCells))
            record.Observations.Add(new Observation
            {
                PartOf = figure.Part,
                Cell = figure.Cell,
                Value = figure.Value.ToString(),
                Denominator = indicator.HasDenominator() ? figure.Denominator.ToString() : "",
            });
        return record;
    }

    /// <summary>Reads a figure and its denominator, as an indicator's kind has them.</summary>
    public static CallFault? ReadFigure(
        Indicator indicator, string valueField, string value, string denominatorField, string denominator, out Figure figure, out Figure under)
    {
        under = Figure.Zero;
        if (Figure.Read(valueField, value, out figure) is { } fault) return fault;
        if (!indicator.HasDenominator())
            return denominator.Length == 0
                ? null
                : CallFault.Invalid(denominatorField, $"is given, and {indicator.Indicator_} is a {indicator.Kind}, which has none; leave it empty");
        if (denominator.Length == 0)
            return CallFault.Invalid(denominatorField, $"is empty, and {indicator.Indicator_} is a {indicator.Kind}; give the number that the value is out of");
        if (Figure.Read(denominatorField, denominator, out under) is { } underFault) return underFault;
        return under.IsPositive ? null : CallFault.Invalid(denominatorField, $"is {denominator}; a denominator is greater than zero. Where there is nothing to count, leave the observation out");
    }

    /// <summary>Whether a report fits the alignments that are in force in its period.</summary>
    public static CallFault? AlignmentFault(NestState nest, string initiative, Period period, IReadOnlyList<Observation> observations)
    {
        var alignments = nest.Alignments(initiative);
        var parents = nest.Parents(initiative, period);
        if (!alignments.IsEmpty && parents.Count == 0)
            return CallFault.Invalid("period", $"`{period.Text}` lies outside every alignment of {initiative}; align it for that time first (Nest.Align)");
        var dividing = nest.DividingParents(initiative, period);
        for (var i = 0; i < observations.Count; i++)
        {
            var part = observations[i].PartOf;
            if (part.Length == 0 && dividing.Count > 1)
                return CallFault.Invalid($"observations[{i}].part_of", $"is empty, and {initiative} is aligned with {string.Join(" and ", dividing)} in {period.Text}; report the part of each");
            if (part.Length > 0 && !parents.Contains(part))
                return CallFault.Invalid($"observations[{i}].part_of", $"{initiative} is not aligned with `{Check.Shown(part)}` in {period.Text}");
        }

        return null;
    }

    private static CallFault? Read(
        Indicator indicator, string field, Observation observation, out ReportedFigure figure, out string dimensions)
    {
        (figure, dimensions) = (null!, "");
        if (Cell.Read($"{field}.cell", observation.Cell, out var cell) is { } fault) return fault;
        dimensions = cell.Dimensions;
        var part = observation.PartOf;
        if (part.Length > 0 && Check.Id($"{field}.part_of", part) is { } partFault) return partFault;
        var read = ReadFigure(
            indicator, $"{field}.value", observation.Value, $"{field}.denominator", observation.Denominator, out var value, out var denominator);
        figure = new ReportedFigure(part, cell.Text, value, denominator);
        return read;
    }

    /// <summary>Cells of the same dimensions add up to the total, whichever dimensions they are.</summary>
    private static CallFault? AddTotals(IEnumerable<(ReportedFigure Figure, string Dimensions)> read, ref IReadOnlyList<ReportedFigure> figures)
    {
        List<ReportedFigure> totals = [];
        foreach (var part in read.GroupBy(each => each.Figure.Part))
        {
            ReportedFigure? total = null;
            var means = "";
            // The reported total comes first, where there is one: its dimensions are none.
            foreach (var dimension in part.GroupBy(each => each.Dimensions).OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                var sum = new ReportedFigure(
                    part.Key, "", Sum(dimension.Select(each => each.Figure.Value)), Sum(dimension.Select(each => each.Figure.Denominator)), dimension.Key.Length > 0);
                var name = dimension.Key.Length == 0 ? "the total" : $"the cells by {dimension.Key}";
                if (total is not null && (total.Value != sum.Value || total.Denominator != sum.Denominator))
                    return CallFault.Invalid(
                        "observations",
                        $"{name} add up to {Show(sum)}, and {means} {(means == "the total" ? "is" : "add up to")} {Show(total)}{(part.Key.Length > 0 ? $", in the part of {part.Key}" : "")}; they must agree, unless the indicator is defined with `cells_overlap`");
                if (total is null) (total, means) = (sum, name);
            }

            if (total is { FromCells: true }) totals.Add(total);
        }

        figures = [.. figures, .. totals];
        return null;

        static Figure Sum(IEnumerable<Figure> values) => values.Aggregate(Figure.Zero, (sum, value) => sum + value);
        static string Show(ReportedFigure figure) => figure.Denominator == Figure.Zero ? figure.Value.ToString() : $"{figure.Value}/{figure.Denominator}";
    }
}
