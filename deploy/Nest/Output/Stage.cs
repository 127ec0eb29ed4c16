namespace CollectiveImpact.Nest.Output;

/// <summary>What a load goes through, each with a number of things to come.</summary>
internal enum Stage
{
    Initiatives,
    Observations,
    Figures,
}
