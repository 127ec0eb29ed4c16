using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Activities.Planning;

/// <summary>
/// Which of an initiative's activities a visitor may write: the staff of whoever holds that function all of them, a
/// partner's person those that the partner leads, and what it commits to.
/// </summary>
/// <param name="All">Whether the visitor may write them all.</param>
/// <param name="Own">The partners for which the visitor acts, where not.</param>
public sealed record ActivityRights(bool All, IReadOnlyList<string> Own)
{
    public static ActivityRights None { get; } = new(false, []);

    /// <summary>Whether the visitor may add activities.</summary>
    public bool Any => All || Own.Count > 0;

    public bool Covers(Activity activity) => All || Own.Contains(activity.Lead);

    public bool Covers(Commitment commitment) => All || Own.Contains(commitment.Partner);

    /// <summary>Whether the visitor may note what somebody commits to in an activity.</summary>
    public bool CoversPartIn(Activity activity) => All || activity.Partners.Prepend(activity.Lead).Any(Own.Contains);

    /// <summary>Of some partners, those for which the visitor may write.</summary>
    public IEnumerable<string> Among(IEnumerable<string> partners) => All ? partners : partners.Where(Own.Contains);

    internal static async Task<ActivityRights> Of(NestCalls calls, Edition edition, string id, CancellationToken cancellationToken) =>
        edition.Visitor is not { IsSignedIn: true } visitor ? None
        : visitor.IsStaffOf(await calls.WriterOf(id, Function.SupportAlignedActivities, cancellationToken)) ? new(true, [])
        : new(false, visitor.PartnersOf(id));
}
