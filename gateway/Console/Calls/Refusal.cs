namespace CollectiveImpact.Console.Calls;

/// <summary>Why a node did not write what it was asked to.</summary>
/// <param name="Message">What it says is wrong, and what would be right.</param>
/// <param name="IsStale">Whether another revision stands by now than the one that was read.</param>
internal sealed record Refusal(string Message, bool IsStale);
