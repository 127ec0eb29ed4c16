using CollectiveImpact.V1;

namespace CollectiveImpact.Cli.Folders;

/// <summary>What was read of a nest: everything that a folder can hold, in the contract's own messages.</summary>
/// <param name="Initiatives">Those whose figures are kept where it was read, and those above them; by id.</param>
/// <param name="Maps">Their function maps.</param>
/// <param name="Indicators">What is measured.</param>
/// <param name="Reports">What was reported, of the initiatives whose figures are kept there.</param>
/// <param name="Published">What is published of them.</param>
/// <param name="Elsewhere">How many initiatives are known there, and have their figures at other nodes.</param>
internal sealed record Snapshot(
    IReadOnlyList<Initiative> Initiatives,
    IReadOnlyList<FunctionMap> Maps,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<StandingReport> Reports,
    IReadOnlyList<PublishedFigure> Published,
    int Elsewhere);
