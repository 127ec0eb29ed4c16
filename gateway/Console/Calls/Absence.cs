namespace CollectiveImpact.Console.Calls;

/// <summary>Why a page lacks something.</summary>
/// <param name="Holder">The initiative that should have answered, where the gateway named it; else empty.</param>
/// <param name="IsClosed">Whether whoever reads may not see it; else it could not be reached.</param>
public readonly record struct Absence(string Holder, bool IsClosed = false)
{
    /// <summary>It could not be reached, and nobody knows more.</summary>
    public static Absence Unknown { get; } = new("");
}
