using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>Explains one figure: what is in it, what that adds up to, and what is missing.</summary>
internal sealed class Reconciler(NodeStanding standing, LogReader reader, TotalKey key, Indicator indicator, Period period)
{
    private readonly NestState _nest = standing.Nest;
    private readonly HashSet<string> _below = [.. standing.Nest.Descendants(key.Initiative, period)];
    private readonly Dictionary<string, string?> _reaching = [];
    private List<string>? _all;

    public Reconciliation Read(int pageSize, int skip)
    {
        var counted = Counted().ToList();
        var adds = indicator.Adds();
        var total = SeriesReader.Totals(reader, key.Initiative, indicator, key.Cell).FirstOrDefault(each => each.Key == key);
        var reconciliation = new Reconciliation
        {
            Initiative = key.Initiative,
            Indicator = indicator,
            Figure = SeriesReader.Point(indicator, key, total, SeriesReader.Published(reader, key)),
            Contributions = { counted.Skip(skip).Take(pageSize).Select(Explain) },
            Missing = { Missing([.. counted.Select(each => (each.Report.Initiative, each.Figure.Part))]) },
            NextPageToken = counted.Count > skip + pageSize ? (skip + pageSize).ToString(System.Globalization.CultureInfo.InvariantCulture) : "",
        };
        if (!adds || counted.Count == 0) return reconciliation;
        reconciliation.Sum = counted.Aggregate(Figure.Zero, (sum, each) => sum + each.Figure.Value).ToString();
        if (indicator.HasDenominator())
            reconciliation.DenominatorSum = counted.Aggregate(Figure.Zero, (sum, each) => sum + each.Figure.Denominator).ToString();
        return reconciliation;
    }

    /// <summary>The initiative and all below it, by id.</summary>
    private List<string> All => _all ??= [.. _below.Append(key.Initiative).Order(StringComparer.Ordinal)];

    /// <summary>What counts through each child, added up; through none, what the initiative reports itself.</summary>
    public Dictionary<string, (Figure Value, Figure Denominator)> ByChild() => Counted()
        .GroupBy(each => Through(each.Report.Initiative, each.Figure.Part))
        .ToDictionary(
            group => group.Key,
            group => group.Aggregate((Value: Figure.Zero, Denominator: Figure.Zero), (sum, each) => (sum.Value + each.Figure.Value, sum.Denominator + each.Figure.Denominator)));

    /// <summary>The contributions that belong to the initiative's figure, by initiative, reporter and part.</summary>
    private IEnumerable<(ReportKey Report, ReportedFigure Figure, Received Received)> Counted()
    {
        foreach (var initiative in All)
            foreach (var received in Reports(initiative))
            {
                var report = ReportKey.Read(initiative, received.Content.Id)!;
                foreach (var figure in Contributions.Of(standing, report, received.Content))
                    if (figure.Cell == key.Cell && Belongs(initiative, figure.Part))
                        yield return (report, figure, received);
            }
    }

    // Whoever is below and undivided belongs to all that are above.
    private bool Belongs(string initiative, string part) => (part.Length == 0 && _nest.Alignments(initiative).Count < 2)
        || Attribution.Of(_nest, initiative, period, part).Contains(key.Initiative);

    // A nation has thousands, and nobody asks for their signatures.
    private List<Received> Reports(string initiative)
    {
        var prefix = $"{key.Indicator}/{key.Period}/";
        using var rows = reader.Query(
            "SELECT document, writer, received_at FROM documents WHERE initiative = $1 AND kind = $2 AND id >= $3 AND id < $4 ORDER BY id",
            initiative, ReportKind.Kind, prefix, prefix + "\U0010FFFF");
        List<Received> reports = [];
        while (rows.Read())
            reports.Add(new Received(Document.Parser.ParseFrom(rows.GetBytes(0)), rows.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(2))));
        return reports;
    }

    private Contribution Explain((ReportKey Report, ReportedFigure Figure, Received Received) counted)
    {
        var (report, figure, received) = counted;
        return new Contribution
        {
            Initiative = report.Initiative,
            Reporter = report.Reporter,
            PartOf = figure.Part,
            Value = figure.Value.ToString(),
            Denominator = indicator.HasDenominator() ? figure.Denominator.ToString() : "",
            Through = Through(report.Initiative, figure.Part),
            WrittenAt = received.Content.WrittenAt,
            ReceivedAt = Timestamp.FromDateTimeOffset(received.At),
            Revision = received.Content.Revision,
            Epoch = received.Content.Epoch,
            Node = received.Writer,
            FromCells = figure.FromCells,
        };
    }

    /// <summary>The child of the initiative asked about through which a contribution counts.</summary>
    private string Through(string initiative, string part)
    {
        if (initiative == key.Initiative) return "";
        if (part == key.Initiative) return initiative;
        return Reaching(part.Length > 0 ? part : initiative) ?? initiative;
    }

    /// <summary>The nearest that is aligned with the initiative asked about: one or somebody above it. All of a province share theirs.</summary>
    private string? Reaching(string start)
    {
        if (_reaching.TryGetValue(start, out var known)) return known;
        var parents = _nest.Parents(start, period);
        var found = parents.Contains(key.Initiative) ? start
            : parents is [var only] ? Reaching(only)
            : _nest.Ancestors(start, period).FirstOrDefault(each => _nest.Parents(each, period).Contains(key.Initiative));
        _reaching.Add(start, found);
        return found;
    }

    /// <summary>Initiatives with nobody below them in the period, and parts of them, that have said nothing.</summary>
    private IEnumerable<Missing> Missing(HashSet<(string Initiative, string Part)> present)
    {
        var heard = present.Select(each => each.Initiative).ToHashSet();
        foreach (var leaf in All.Where(IsLeaf))
        {
            // Whoever was ever aligned with one alone is not divided.
            IReadOnlyList<string> dividing = _nest.Alignments(leaf).Count < 2 ? [] : _nest.DividingParents(leaf, period);
            if (dividing.Count < 2)
            {
                if (!heard.Contains(leaf)) yield return new Missing { Initiative = leaf };
                continue;
            }

            if (present.Contains((leaf, ""))) continue;
            List<string> parts = [.. dividing.Where(parent => parent == key.Initiative || _below.Contains(parent))];
            List<string> missing = [.. parts.Where(part => !present.Contains((leaf, part)))];
            if (missing.Count == parts.Count && parts.Count > 1) yield return new Missing { Initiative = leaf };
            else foreach (var part in missing) yield return new Missing { Initiative = leaf, PartOf = part };
        }
    }

    private bool IsLeaf(string initiative) => !_nest.Children(initiative).Any(child => _nest.Alignments(child)[initiative].InForce(period));

    /// <summary>A report as it was received.</summary>
    private sealed record Received(Document Content, string Writer, DateTimeOffset At);
}
