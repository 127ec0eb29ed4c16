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

    /// <summary>The invitations to an initiative that are still open, those that end first before the others; with an empty id, those to administer the gateway.</summary>
    Task<IReadOnlyList<OpenInvitation>> ListInvitationsAsync(string initiative, CancellationToken cancellationToken);

    /// <summary>Withdraws an invitation: its address is good for nothing from here on.</summary>
    Task WithdrawInvitationAsync(HttpContext context, string initiative, long invitation, CancellationToken cancellationToken);

    /// <summary>Who has a role at an initiative; with an empty id, who administers the gateway.</summary>
    Task<IReadOnlyList<Member>> ListAsync(string initiative, CancellationToken cancellationToken);

    /// <summary>Takes a person's roles at an initiative. False where it is the last administrator.</summary>
    Task<bool> RemoveAsync(HttpContext context, string initiative, string person, CancellationToken cancellationToken);

    /// <summary>What was changed for an initiative, the latest first; <paramref name="before"/> is the number of the last one that was shown.</summary>
    Task<IReadOnlyList<TrailLine>> ListChangesAsync(string initiative, long before, int count, CancellationToken cancellationToken);

    /// <summary>How the person who is signed in can sign in.</summary>
    Task<SignInWays> ListWaysAsync(HttpContext context, CancellationToken cancellationToken);

    /// <summary>Gives a person a token for programs, shown once.</summary>
    Task<string> MakeTokenAsync(HttpContext context, string name, CancellationToken cancellationToken);

    Task<IReadOnlyList<ProgramToken>> ListTokensAsync(HttpContext context, CancellationToken cancellationToken);

    Task RemoveTokenAsync(HttpContext context, long token, CancellationToken cancellationToken);
}
