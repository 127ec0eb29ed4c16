namespace CollectiveImpact.Console.Initiatives;

/// <summary>What an indicator has to show at an initiative.</summary>
public enum PanelState
{
    Figures,

    /// <summary>Nothing is reported yet.</summary>
    Empty,

    /// <summary>A median or an index, which is shown per place and has no sum here.</summary>
    PerPlace,

    Unreachable,
}
