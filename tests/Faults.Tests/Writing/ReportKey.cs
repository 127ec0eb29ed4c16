namespace CollectiveImpact.Faults.Tests.Writing;

/// <summary>Which report: whose, and of which year.</summary>
internal readonly record struct ReportKey(string Initiative, string Period);
