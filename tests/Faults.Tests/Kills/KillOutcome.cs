using CollectiveImpact.Faults.Tests.Settling;

namespace CollectiveImpact.Faults.Tests.Kills;

/// <summary>What came of a run.</summary>
/// <param name="Seed">What its course was drawn from.</param>
/// <param name="Kills">How often a process was killed.</param>
/// <param name="HandOvers">How often a function changed hands meanwhile.</param>
/// <param name="Reports">Reports that were acknowledged.</param>
/// <param name="Repeated">Calls that were not, and were made again.</param>
/// <param name="Took">From the first start to the last comparison.</param>
/// <param name="Findings">What the comparison found.</param>
internal sealed record KillOutcome(int Seed, int Kills, int HandOvers, long Reports, long Repeated, TimeSpan Took, Findings Findings)
{
    public override string ToString() =>
        $"seed {Seed}: {Kills} kills, {HandOvers} hand-overs, {Reports} reports acknowledged, {Repeated} calls made again, {Took.TotalSeconds:0} s{Environment.NewLine}{Findings}";
}
