using CollectiveImpact.V1;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.People;

/// <summary>The people who sign in, as the pages deal with them. The host keeps them.</summary>
public interface IPeople
{
    /// <summary>Signs a person in who gives the right password; after some wrong ones nobody is for a while.</summary>
    Task<SignInOutcome> SignInAsync(HttpContext context, string email, string password);

    /// <param name="everywhere">On every device, and not only on this one.</param>
    Task SignOutAsync(HttpContext context, bool everywhere);

    /// <summary>What a code invites to; null where it is used, too old or none.</summary>
    Task<Invited?> FindInvitationAsync(string code, CancellationToken cancellationToken);

    /// <summary>Takes an invitation up: as the person who is signed in, or as a new one, who is then.</summary>
    Task<JoinFault?> JoinAsync(HttpContext context, string code, NewPerson? person);

    /// <summary>Makes an invitation, and returns its code: it is shown once, and only its hash is kept.</summary>
    Task<string> InviteAsync(HttpContext context, Invited to, CancellationToken cancellationToken);

    /// <summary>Who has a role at an initiative; with an empty id, who administers the gateway.</summary>
    Task<IReadOnlyList<Member>> ListAsync(string initiative, CancellationToken cancellationToken);

    /// <summary>Takes a person's roles at an initiative. False where it is the last administrator.</summary>
    Task<bool> RemoveAsync(string initiative, string person, CancellationToken cancellationToken);

    /// <summary>What was changed for an initiative, the latest first; <paramref name="before"/> is the number of the last one that was shown.</summary>
    Task<IReadOnlyList<TrailLine>> ListChangesAsync(string initiative, long before, int count, CancellationToken cancellationToken);

    /// <summary>Gives a person a token for programs, shown once.</summary>
    Task<string> MakeTokenAsync(HttpContext context, string name, CancellationToken cancellationToken);

    Task<IReadOnlyList<ProgramToken>> ListTokensAsync(HttpContext context, CancellationToken cancellationToken);

    Task RemoveTokenAsync(HttpContext context, long token, CancellationToken cancellationToken);
}

/// <summary>Who reads a page.</summary>
/// <param name="Name">What others call the person; empty for somebody who is not signed in.</param>
public sealed record Visitor(string Name, Caller Caller)
{
    public bool IsSignedIn => Caller.Person.Length > 0;

    /// <summary>Whether the visitor may report for an initiative, or for a partner of it.</summary>
    public bool ReportsFor(string initiative) =>
        Caller.Administrator || Caller.Grants.Any(grant => grant.Role >= Role.Partner && grant.Initiative == initiative);

    /// <summary>Whether the visitor may act for an initiative.</summary>
    public bool IsStaffOf(string initiative) =>
        Caller.Administrator || Caller.Grants.Any(grant => grant.Role >= Role.Staff && grant.Initiative == initiative);
}

public enum SignInOutcome
{
    Done,
    Wrong,
    Locked,
}

/// <summary>What an invitation is to: a role at an initiative, or with an empty id the administration of the gateway.</summary>
/// <param name="Partner">Of a partner: its id at the initiative.</param>
public sealed record Invited(string Initiative, Role Role, string Partner);

/// <summary>What a person who joins says.</summary>
public sealed record NewPerson(string Name, string Email, string Password);

/// <summary>Why somebody could not join.</summary>
public enum JoinFault
{
    /// <summary>The invitation has been used, or is too old.</summary>
    Spent,

    NoName,
    NoEmail,
    EmailTaken,
    PasswordTooShort,
}

/// <summary>Somebody with a role.</summary>
public sealed record Member(string Person, string Name, string Email, Role Role, string Partner);

/// <summary>Who changed what, and when.</summary>
/// <param name="Method">Of the contract: <c>SharedMeasurement/Report</c>.</param>
public sealed record TrailLine(long Number, DateTimeOffset At, string Name, string Method);

/// <summary>A token by which a program calls as the person does.</summary>
public sealed record ProgramToken(long Id, string Name, DateTimeOffset MadeAt);
