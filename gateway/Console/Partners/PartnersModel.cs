using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Partners;

/// <summary>What the page of an initiative's partners shows.</summary>
/// <param name="Partners">Those that the answering node knows, at most a page.</param>
public sealed record PartnersModel(Initiative Initiative, Engagement Engagement, IReadOnlyList<Partner> Partners, Names Names)
{
    /// <summary>Who is being noted as heard from, and when.</summary>
    public TypedForm Heard { get; init; } = new();
}
