namespace CollectiveImpact.Console.Today;

/// <summary>Something that waits for whoever is signed in.</summary>
/// <param name="What">In words.</param>
/// <param name="Address">Where it is done.</param>
/// <param name="Detail">May be empty.</param>
/// <param name="IsLate">Whether it should have been done.</param>
public sealed record Todo(string What, string Address, string Detail = "", bool IsLate = false);
