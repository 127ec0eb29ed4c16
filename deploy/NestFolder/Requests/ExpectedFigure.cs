using CollectiveImpact.NestFolder.Published;
using CollectiveImpact.NestFolder.Words;

namespace CollectiveImpact.NestFolder.Requests;

/// <summary>What a published figure's roll-up is once everything that the folder holds has arrived.</summary>
/// <param name="Published">The published figure.</param>
/// <param name="Indicator">What requests call its indicator.</param>
/// <param name="Contributions">How many contributions are in it: one for each initiative that reports, and each of its parts.</param>
/// <param name="Value">What they sum to.</param>
/// <param name="Denominator">The sum of their denominators; null where they have none.</param>
public sealed record ExpectedFigure(PublishedRow Published, string Indicator, int Contributions, Figure Value, Figure? Denominator);
