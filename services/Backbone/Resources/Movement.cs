namespace CollectiveImpact.Backbone.Resources;

/// <summary>What a document moves in a fund.</summary>
/// <param name="Initiative">Whose fund.</param>
/// <param name="Fund">The fund's name: an id, or `giver/allocation`.</param>
/// <param name="Flow">What it does there.</param>
/// <param name="Currency">The fund's currency.</param>
/// <param name="Day">When.</param>
/// <param name="Units">How much, in the currency's smallest unit.</param>
internal sealed record Movement(string Initiative, string Fund, Flow Flow, string Currency, string Day, long Units)
{
    /// <summary>The initiative at the other end, where there is one.</summary>
    public string Other { get; init; } = "";

    /// <summary>The id of the commitment's entry that it makes or meets.</summary>
    public string Commitment { get; init; } = "";

    /// <summary>The day on which that commitment was closed; empty while it is open.</summary>
    public string Closed { get; init; } = "";

    /// <summary>The indicator that it is spent for.</summary>
    public string Indicator { get; init; } = "";
}
