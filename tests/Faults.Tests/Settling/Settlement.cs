using System.Globalization;
using CollectiveImpact.Faults.Tests.Writing;

namespace CollectiveImpact.Faults.Tests.Settling;

/// <summary>Holds what stands at every node against what was acknowledged.</summary>
/// <param name="places">The nodes.</param>
/// <param name="initiatives">All initiatives, those included that report nothing themselves.</param>
/// <param name="ledger">What was acknowledged.</param>
internal sealed class Settlement(IReadOnlyList<Place> places, IReadOnlyList<string> initiatives, Ledger ledger)
{
    private readonly List<string> _lost = [.. ledger.Lost];
    private readonly List<string> _doubled = [.. ledger.Doubled];
    private readonly List<string> _invented = [];
    private readonly List<string> _wrong = [];
    private readonly IReadOnlyDictionary<ReportKey, Acknowledged> _acknowledged = ledger.Last;

    public async Task<Findings> CompareAsync(CancellationToken cancellationToken)
    {
        foreach (var place in places)
        {
            foreach (var initiative in initiatives.Where(place.KeepsOf))
            {
                Compare(place.Node.Name, initiative, await place.Node.ReportsAsync(initiative, cancellationToken));
                Compare(place.Node.Name, initiative, await place.Node.SeriesAsync(initiative, cancellationToken));
            }

            _wrong.AddRange((await place.Node.VerifyAsync(cancellationToken)).Select(fault => $"{place.Node.Name}: {fault}"));
            var status = await place.Node.StatusAsync(cancellationToken);
            if (status.RefusedDocuments > 0) _wrong.Add($"{place.Node.Name}: {status.RefusedDocuments} documents were refused");
        }

        return new Findings(_lost, _doubled, _invented, _wrong);
    }

    private void Compare(string node, string initiative, List<StandingReport> reports)
    {
        HashSet<ReportKey> seen = [];
        foreach (var report in reports)
        {
            var key = new ReportKey(initiative, report.Period);
            var value = string.Join(' ', report.Observations.Select(observation => observation.Value));
            if (!seen.Add(key)) _doubled.Add($"{node}: {initiative} {report.Period} stands twice");
            if (!_acknowledged.TryGetValue(key, out var acknowledged)) _invented.Add($"{node}: {initiative} {report.Period} is {value}");
            else if (value != Text(acknowledged.Value)) _lost.Add($"{node}: {initiative} {report.Period} is {value}, and {acknowledged.Value} was acknowledged");
        }

        _lost.AddRange(_acknowledged.Keys.Where(key => key.Initiative == initiative && !seen.Contains(key))
            .Select(key => $"{node}: {initiative} {key.Period} is missing"));
    }

    private void Compare(string node, string initiative, Series series)
    {
        var expected = _acknowledged.Where(each => Place.IsWithin(each.Key.Initiative, initiative))
            .GroupBy(each => each.Key.Period)
            .ToDictionary(period => period.Key, period => (Sum: Text(period.Sum(each => each.Value.Value)), Count: period.Count()));
        var found = series.Points.ToDictionary(point => point.Period, point => (Sum: point.Value, Count: point.Contributions));
        foreach (var period in expected.Keys.Union(found.Keys))
        {
            var (should, is_) = (expected.GetValueOrDefault(period), found.GetValueOrDefault(period));
            if (should != is_) _wrong.Add($"{node}: {initiative} {period} is {is_.Sum} of {is_.Count} reports, and should be {should.Sum} of {should.Count}");
        }
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
