using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Partners;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.People;

/// <summary>What the page of signing in shows.</summary>
/// <param name="Then">The page to go to afterwards; empty for the first.</param>
/// <param name="IsNeeded">Whether that page led here.</param>
public sealed record SignInModel(string Then, bool IsNeeded, string Email, IReadOnlyList<string> Faults);

/// <summary>What the page of an invitation shows.</summary>
/// <param name="To">What it invites to; null where it is no longer good.</param>
/// <param name="Where">The initiative's name.</param>
/// <param name="Person">What was typed, without the password.</param>
public sealed record JoinModel(string Code, Invited? To, Localized Where, NewPerson Person, IReadOnlyList<string> Faults);

/// <summary>What the page of an initiative's people shows.</summary>
/// <param name="Initiative">Null: of those who administer the gateway.</param>
/// <param name="Partners">For whom partners' persons can be invited.</param>
/// <param name="Open">Invitations that nobody has taken up yet.</param>
/// <param name="Code">Of an invitation that was just made; else empty.</param>
/// <param name="Removing">Who is about to be removed.</param>
/// <param name="Asked">What was chosen.</param>
public sealed record MembersModel(
    Initiative? Initiative, PartnerNames Partners, IReadOnlyList<Member> All, IReadOnlyList<OpenInvitation> Open, string Code, Member? Removing, Invited Asked, IReadOnlyList<string> Faults);

/// <summary>What the page of the audit trail shows.</summary>
/// <param name="Initiative">Its id; empty for the gateway's own.</param>
/// <param name="Where">The initiative, where it is known.</param>
public sealed record TrailModel(string Initiative, Initiative? Where, IReadOnlyList<TrailLine> Lines, bool HasMore);

/// <summary>What a person's own page shows.</summary>
/// <param name="WayFaults">What is wrong with how the person signs in.</param>
/// <param name="Told">A token that was just made; else empty.</param>
public sealed record YourModel(
    Names Names, SignInWays Ways, IReadOnlyList<string> WayFaults, IReadOnlyList<ProgramToken> Tokens, string Told, IReadOnlyList<string> Faults);

/// <summary>What the page of what an initiative publishes shows.</summary>
/// <param name="IsSaved">Whether it was changed right now.</param>
public sealed record PublishedModel(Initiative Initiative, IReadOnlyCollection<PublishedPart> Parts, bool IsSaved, IReadOnlyList<string> Faults);
