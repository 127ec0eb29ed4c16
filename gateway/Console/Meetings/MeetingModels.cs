using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Partners;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Meetings;

/// <summary>What the page of an initiative's meetings shows.</summary>
/// <param name="Coming">Those that are not over, the next first.</param>
/// <param name="Held">Those that are, the latest first, of the year before a day.</param>
/// <param name="Earlier">The last day of the year before that, for another page.</param>
/// <param name="Actions">What was taken on and is not done.</param>
public sealed record MeetingsModel(
    SideHead Head, IReadOnlyList<Meeting> Coming, IReadOnlyList<Meeting> Held, string Earlier,
    IReadOnlyList<ActionEntry> Actions, PartnerNames Partners);

/// <summary>What the page of one meeting shows.</summary>
/// <param name="Faults">Why an action could not be ticked off.</param>
public sealed record MeetingModel(SideHead Head, Meeting Meeting, PartnerNames Partners, IReadOnlyList<string> Faults);

/// <summary>What a form about a meeting shows: the one that calls it, and the one in which its minutes are written.</summary>
/// <param name="Meeting">What stands; null where it is being called.</param>
/// <param name="Typed">What stands in the fields.</param>
/// <param name="IsSaved">Whether it was saved right now.</param>
public sealed record MeetingFormModel(SideHead Head, Meeting? Meeting, PartnerNames Partners, TypedForm Typed, bool IsSaved);
