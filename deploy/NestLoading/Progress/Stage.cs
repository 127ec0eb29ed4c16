namespace CollectiveImpact.NestLoading.Progress;

/// <summary>Something that takes a while, with a number of things to come.</summary>
/// <param name="Words">What is counted, as it stands beside a bar: <c>initiatives registered</c>.</param>
/// <param name="Line">The same in a line of its own, after the number; null: in the same words.</param>
/// <param name="One">The same after the number 1; null: in the same words.</param>
public sealed record Stage(string Words, string? Line = null, string? One = null);
