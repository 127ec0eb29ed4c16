namespace CollectiveImpact.Backbone.Resources;

/// <summary>A row of the table of movements, as it is looked at by itself.</summary>
/// <param name="Movement">What is moved.</param>
/// <param name="IsKept">Whether the document that says so never leaves the node.</param>
internal sealed record MoneyRow(Movement Movement, bool IsKept)
{
    /// <summary>Where it stands among those of its document, in words.</summary>
    public string Place => $"`{Movement.Flow}` in `{Movement.Initiative}` `{Movement.Fund}`";

    /// <summary>What it says, in words.</summary>
    public string Shown => string.Concat(
        $"{Amount.Write(Movement.Units, Movement.Currency)} {Movement.Currency} on {Movement.Day}",
        Said("with", Movement.Other), Said("for commitment", Movement.Commitment), Said("closed on", Movement.Closed), Said("for indicator", Movement.Indicator),
        IsKept ? ", kept" : "");

    private static string Said(string what, string value) => value.Length == 0 ? "" : $", {what} `{value}`";
}
