using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Exchange.Calls;
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
        List<ReadFigureOf> read = new(observations.Count);
        for (var i = 0; i < observations.Count; i++)
        {
            if (Read(indicator, i, observations[i], out var one) is { } fault) return fault;
            // By part and cell; most reports come in that order.
            var place = read.Count == 0 || read[^1].CompareTo(one) < 0 ? ~read.Count : read.BinarySearch(one);
            if (place >= 0)
                return CallFault.Invalid($"observations[{i}].cell", $"`{one.Figure.Cell}` is reported twice{(one.Figure.Part.Length > 0 ? $" for the part of {one.Figure.Part}" : "")}");
            read.Insert(~place, one);
        }

        // The empty part comes first.
        if (read.Count > 0 && read[0].Figure.Part.Length == 0 && read[^1].Figure.Part.Length > 0)
            return CallFault.Invalid("observations", "some are by part and some are not; name `part_of` in all of them or in none");
        var all = new List<ReportedFigure>(read.Count + 1);
        foreach (var one in read) all.Add(one.Figure);
        figures = all;
        return indicator.CellsAdd() ? AddTotals(read, all) : null;
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

    private static CallFault? Read(Indicator indicator, int place, Observation observation, out ReadFigureOf read)
    {
        read = default;
        if (Cell.Read("cell", observation.Cell, out var cell) is { } fault) return fault.Within(Field());
        var part = observation.PartOf;
        if (part.Length > 0 && Check.Id("part_of", part) is { } partFault) return partFault.Within(Field());
        if (ReadFigure(indicator, "value", observation.Value, "denominator", observation.Denominator, out var value, out var denominator) is { } figureFault)
            return figureFault.Within(Field());
        read = new ReadFigureOf(new ReportedFigure(part, cell.Text, value, denominator), cell.Dimensions);
        return null;

        string Field() => $"observations[{place}]";
    }

    /// <summary>Cells of the same dimensions add up to the total, whichever dimensions they are.</summary>
    private static CallFault? AddTotals(List<ReadFigureOf> read, List<ReportedFigure> figures)
    {
        SortedDictionary<string, ReportedFigure> sums = new(StringComparer.Ordinal);
        for (var start = 0; start < read.Count;)
        {
            var part = read[start].Figure.Part;
            sums.Clear();
            for (; start < read.Count && read[start].Figure.Part == part; start++)
            {
                var (figure, dimensions) = read[start];
                var sum = sums.GetValueOrDefault(dimensions) ?? new ReportedFigure(part, "", Figure.Zero, Figure.Zero, dimensions.Length > 0);
                sums[dimensions] = sum with { Value = sum.Value + figure.Value, Denominator = sum.Denominator + figure.Denominator };
            }

            // The reported total comes first, where there is one: its dimensions are none.
            var (means, total) = sums.First();
            foreach (var (dimensions, sum) in sums)
                if (sum.Value != total.Value || sum.Denominator != total.Denominator)
                    return Disagreement(part, Name(dimensions), sum, Name(means), total);
            if (total.FromCells) figures.Add(total);
        }

        return null;

        static string Name(string dimensions) => dimensions.Length == 0 ? "the total" : $"the cells by {dimensions}";
    }

    private static CallFault Disagreement(string part, string name, ReportedFigure sum, string means, ReportedFigure total)
    {
        return CallFault.Invalid(
            "observations",
            $"{name} add up to {Show(sum)}, and {means} {(means == "the total" ? "is" : "add up to")} {Show(total)}{(part.Length > 0 ? $", in the part of {part}" : "")}; they must agree, unless the indicator is defined with `cells_overlap`");

        static string Show(ReportedFigure figure) => figure.Denominator == Figure.Zero ? figure.Value.ToString() : $"{figure.Value}/{figure.Denominator}";
    }

    /// <summary>A figure as it is read, with its cell's dimensions; ordered by part and cell.</summary>
    private readonly record struct ReadFigureOf(ReportedFigure Figure, string Dimensions) : IComparable<ReadFigureOf>
    {
        public int CompareTo(ReadFigureOf other)
        {
            var order = string.CompareOrdinal(Figure.Part, other.Figure.Part);
            return order == 0 ? string.CompareOrdinal(Figure.Cell, other.Figure.Cell) : order;
        }
    }
}
