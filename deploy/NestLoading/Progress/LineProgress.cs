using System.Globalization;

namespace CollectiveImpact.NestLoading.Progress;

/// <summary>A line at the end of each stage, where the output is no terminal.</summary>
public sealed class LineProgress(TextWriter output) : IStageProgress
{
    private readonly Lock gate = new();
    private readonly Dictionary<Stage, (long Done, long Total)> counts = [];

    /// <inheritdoc/>
    public void Begin(Stage stage, long total)
    {
        lock (gate)
            counts[stage] = (0, total);
    }

    /// <inheritdoc/>
    public void Advance(Stage stage, long count)
    {
        lock (gate)
        {
            var (done, total) = counts[stage];
            counts[stage] = (done + count, total);
            if (done < total && done + count >= total)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total:N0} {(total == 1 ? stage.One : null) ?? stage.Line ?? stage.Words}"));
        }
    }
}
