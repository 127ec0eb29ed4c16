using System.Globalization;
using System.Text.RegularExpressions;

namespace CollectiveImpact.Hosting.Tests.Logging;

/// <summary>What `services/Hosting/EVENTS.md` says of lines in the logs, held against the sources.</summary>
public sealed partial class Lines_in_the_sources
{
    private readonly string root = Root();

    [Fact]
    public void Every_line_is_source_generated()
    {
        var calls = Sources("services").Concat(Sources("gateway"))
            .SelectMany(file => HandWritten().Matches(File.ReadAllText(file)).Select(call => $"{Path.GetFileName(file)}: {call.Value}"));
        Assert.Empty(calls);
    }

    [Fact]
    public void Every_event_has_a_number_of_its_own_within_its_area()
    {
        var areas = Areas().ToList();
        var covered = areas.SelectMany(area => Sources(area.Folder)).ToHashSet();
        var numbers = new Dictionary<int, string>();
        foreach (var (folder, first, last) in areas)
            foreach (var file in Sources(folder))
                foreach (var number in Events().Matches(File.ReadAllText(file)).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)))
                {
                    Assert.True(number >= first && number <= last, $"{file}: event {number} is not within {first} to {last}");
                    Assert.True(numbers.TryAdd(number, file), $"event {number} stands in {file} and in {numbers.GetValueOrDefault(number)}");
                }
        Assert.NotEmpty(numbers);
        var elsewhere = Sources("services").Concat(Sources("gateway")).Where(file => !covered.Contains(file) && File.ReadAllText(file).Contains("[LoggerMessage("));
        Assert.Empty(elsewhere);
    }

    private IEnumerable<(string Folder, int First, int Last)> Areas() =>
        Area().Matches(File.ReadAllText(Path.Combine(root, "services", "Hosting", "EVENTS.md"))).Select(row => (
            row.Groups[1].Value,
            int.Parse(row.Groups[2].Value, CultureInfo.InvariantCulture),
            int.Parse(row.Groups[3].Value, CultureInfo.InvariantCulture)));

    private IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories);

    private static string Root()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "CollectiveImpact.sln")))
                return folder;
        throw new InvalidOperationException("The tests are not within the solution's folder.");
    }

    [GeneratedRegex(@"\b\w*[lL]og(ger)?\.Log(Trace|Debug|Information|Warning|Error|Critical)?\s*\(|LoggerMessage\.Define")]
    private static partial Regex HandWritten();

    // The number comes first, named or not; a line without one has none to tell it by.
    [GeneratedRegex(@"\[LoggerMessage\(\s*(?:EventId\s*=\s*)?(\d*)")]
    private static partial Regex Events();

    [GeneratedRegex(@"^\| ((?:services|gateway)/\w+) \| (\d+)-(\d+) \|$", RegexOptions.Multiline)]
    private static partial Regex Area();
}
