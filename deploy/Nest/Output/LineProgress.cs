using System.Globalization;

namespace CollectiveImpact.Nest.Output;

/// <summary>A line at the end of each stage, where the output is no terminal.</summary>
internal sealed class LineProgress(TextWriter output) : ILoadProgress
{
    private readonly Lock gate = new();
    private readonly Dictionary<Stage, (int Done, int Total)> counts = [];

    public void Begin(Stage stage, int total)
    {
        lock (gate)
            counts[stage] = (0, total);
    }

    public void Advance(Stage stage, int count)
    {
        lock (gate)
        {
            var (done, total) = counts[stage];
            counts[stage] = (done + count, total);
            if (done < total && done + count >= total)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total:N0} {Words(stage)}"));
        }
    }

    private static string Words(Stage stage) => stage switch
    {
        Stage.Initiatives => "initiatives registered",
        Stage.Observations => "observations imported",
        _ => "published figures have their roll-up",
    };
}
