using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Nest.History;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement.Restating;

/// <summary>
/// Counts an indicator's figures as they would be had the nest always had the shape of one day. Only those are counted
/// anew whom something dated touches: all others count as they did.
/// </summary>
internal sealed class Restater(NodeStanding standing, LogReader reader, string initiative, Indicator indicator, string cell, DateOnly day)
{
    private readonly NestState _nest = standing.Nest;
    private readonly Period _day = Period.Of(day);

    /// <summary>What counts otherwise, by initiative and period.</summary>
    /// <param name="period">For one period; null: for all.</param>
    public IEnumerable<Change> Changes(Period? period = null) => _nest.Ids.Where(IsTouched).SelectMany(each => Of(each, period));

    private bool IsTouched(string each) => _nest.Successions.Of(each).Any() || Line(each).Any(one => _nest.Alignments(one).Values.Any(alignment => alignment.IsDated));

    private IEnumerable<string> Line(string each) => _nest.Ancestors(each).Prepend(each);

    private IEnumerable<Change> Of(string observer, Period? only)
    {
        var prefix = only is null ? $"{IndicatorKey.Of(indicator)}/" : $"{IndicatorKey.Of(indicator)}/{only.Text}/";
        SortedDictionary<string, Counted> periods = new(StringComparer.Ordinal);
        foreach (var document in reader.DocumentsBeginning(observer, ReportKind.Kind, prefix))
        {
            var report = ReportKey.Read(observer, document.Content.Id)!;
            foreach (var figure in Contributions.Of(standing, report, document.Content).Where(figure => figure.Cell == cell))
            {
                if (!periods.TryGetValue(report.Period, out var counted)) periods.Add(report.Period, counted = new Counted(Period.Parse(report.Period)!));
                Count(observer, figure, counted);
            }
        }

        return periods.Values.Where(counted => counted.IsOther).Select(counted => new Change(observer, counted.Period, counted.Contributions, counted.Was, counted.Becomes, [.. Rules(observer, counted)]));
    }

    private void Count(string observer, ReportedFigure figure, Counted counted)
    {
        if (Attribution.Of(_nest, observer, counted.Period, figure.Part).Contains(initiative))
            (counted.Was, counted.Contributions) = (Sum(counted.Was, figure.Value, figure.Denominator), counted.Contributions + 1);
        foreach (var passage in Passage.Of(_nest.Successions, observer, figure, counted.Period.First, day))
        {
            counted.Passages.Add(passage);
            // The part of a parent with whom it is no longer aligned is its own like all the rest.
            var part = _nest.Parents(passage.Initiative, _day).Contains(figure.Part) ? figure.Part : "";
            if (Attribution.Of(_nest, passage.Initiative, _day, part).Contains(initiative))
                counted.Becomes = Sum(counted.Becomes, passage.Value, passage.Denominator);
        }
    }

    /// <summary>The dated facts by which an initiative's figures of a period count otherwise.</summary>
    private IEnumerable<RestatementRule> Rules(string observer, Counted counted)
    {
        var successions = counted.Passages.SelectMany(passage => passage.Path).Distinct().OrderBy(each => each.Day).ThenBy(each => each.Initiative, StringComparer.Ordinal).ToList();
        foreach (var succession in successions) yield return Rule(succession);
        // Whoever passed leaves its parents, and its heirs have theirs: that is said by its having passed.
        var passed = successions.Count == 0 ? new HashSet<string>() : [observer, .. counted.Passages.Select(passage => passage.Initiative)];
        var line = counted.Passages.Select(passage => passage.Initiative).Append(observer).SelectMany(Line).Distinct().Where(each => !passed.Contains(each));
        foreach (var each in line.Order(StringComparer.Ordinal))
            foreach (var alignment in _nest.Alignments(each).Values.Where(alignment => alignment.InForce(counted.Period) != alignment.InForce(_day)))
                yield return Rule(each, alignment);
    }

    private static RestatementRule Rule(KnownSuccession succession) => new()
    {
        Succession = new RestatementRule.Types.SuccessionRule
        {
            Initiative = succession.Initiative,
            Day = succession.Id,
            Shares = { succession.Shares.Select(share => new RestatementRule.Types.Share { Initiative = share.Successor, Weight = share.Weight.ToString() }) },
        },
    };

    private static RestatementRule Rule(string of, DatedAlignment alignment) => new()
    {
        Alignment = new RestatementRule.Types.AlignmentRule { Initiative = of, Parent = alignment.Parent, From = alignment.From.Written(), Until = alignment.Until.Written() },
    };

    private static (Figure, Figure) Sum((Figure Value, Figure Denominator)? sum, Figure value, Figure denominator) =>
        ((sum?.Value ?? Figure.Zero) + value, (sum?.Denominator ?? Figure.Zero) + denominator);

    /// <summary>One initiative's figures of one period, as they are counted.</summary>
    private sealed class Counted(Period period)
    {
        public Period Period => period;

        public int Contributions { get; set; }

        public (Figure Value, Figure Denominator)? Was { get; set; }

        public (Figure Value, Figure Denominator)? Becomes { get; set; }

        public List<Passage> Passages { get; } = [];

        public bool IsOther => Was != Becomes;
    }
}
