namespace CollectiveImpact.Console.People;

/// <summary>Who changed what, and when.</summary>
/// <param name="Method">Of the contract: <c>SharedMeasurement/Report</c>.</param>
/// <param name="Subject">What it was about, by its ids; may be empty.</param>
public sealed record TrailLine(long Number, DateTimeOffset At, string Name, string Method, string Subject);
