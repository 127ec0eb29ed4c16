using CollectiveImpact.Exchange;

namespace CollectiveImpact.Simulation.Nodes;

/// <summary>Random ids that are the same in every run of a seed.</summary>
internal sealed class SeededIds(Random random) : RandomIds
{
    public override string Next()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
