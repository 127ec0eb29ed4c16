namespace CollectiveImpact.Faults.Tests.Writing;

/// <summary>What a node last said that it had stored of a report.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Revision">The revision that it gave it.</param>
internal readonly record struct Acknowledged(long Value, long Revision);
