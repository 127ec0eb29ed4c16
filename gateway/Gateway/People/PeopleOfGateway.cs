using CollectiveImpact.Console.People;
using CollectiveImpact.V1;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CollectiveImpact.Gateway.People;

/// <summary>People in the gateway's database: signed in and out, invited, listed and removed.</summary>
internal sealed class PeopleOfGateway(
    PeopleDb db, UserManager<Person> users, SignInManager<Person> signIn, Joining joining, PeopleCallers callers, Ways ways, AuditTrail trail, TimeProvider time) : IPeople
{
    public const int ShortestPassword = 12;

    private static readonly TimeSpan Open = TimeSpan.FromDays(7);

    public async Task<SignInOutcome> SignInAsync(HttpContext context, string email, string password)
    {
        var result = await signIn.PasswordSignInAsync(email.Trim(), password, isPersistent: true, lockoutOnFailure: true);
        return result.Succeeded ? SignInOutcome.Done : result.IsLockedOut ? SignInOutcome.Locked : SignInOutcome.Wrong;
    }

    public async Task SignOutAsync(HttpContext context, bool everywhere)
    {
        // Every cookie carries the stamp that was current when it was made.
        if (everywhere && await users.GetUserAsync(context.User) is { } person)
            await users.UpdateSecurityStampAsync(person);
        await signIn.SignOutAsync();
    }

    public async Task<Invited?> FindInvitationAsync(string code, CancellationToken cancellationToken) =>
        await joining.FindAsync(code, cancellationToken) is { } invitation ? new(invitation.Initiative, invitation.Role, invitation.Partner) : null;

    public Task<JoinFault?> JoinAsync(HttpContext context, string code, NewPerson? person) => joining.JoinAsync(
        code,
        async () => await users.GetUserAsync(context.User) is { } known
            ? new(known)
            : await joining.MakeAsync(person?.Name ?? "", person?.Email ?? "", person?.Password ?? ""),
        context.RequestAborted);

    public async Task<string> InviteAsync(HttpContext context, Invited to, CancellationToken cancellationToken)
    {
        var (code, hash) = Secret.Make();
        await db.Invitations.Where(each => each.Until < Now()).ExecuteDeleteAsync(cancellationToken);
        db.Add(new Invitation { Hash = hash, Initiative = to.Initiative, Role = to.Role, Partner = to.Partner, Until = (time.GetUtcNow() + Open).ToUnixTimeSeconds() });
        await db.SaveChangesAsync(cancellationToken);
        Note(context, to.Initiative, "People/Invite");
        return code;
    }

    public async Task<IReadOnlyList<OpenInvitation>> ListInvitationsAsync(string initiative, CancellationToken cancellationToken)
    {
        var now = Now();
        var open = await db.Invitations.AsNoTracking().Where(each => each.Initiative == initiative && each.Until >= now)
            .OrderBy(each => each.Until).ThenBy(each => each.Id).ToListAsync(cancellationToken);
        return [.. open.Select(each => new OpenInvitation(each.Id, each.Role, each.Partner, DateTimeOffset.FromUnixTimeSeconds(each.Until)))];
    }

    public async Task WithdrawInvitationAsync(HttpContext context, string initiative, long invitation, CancellationToken cancellationToken)
    {
        if (await db.Invitations.Where(each => each.Initiative == initiative && each.Id == invitation).ExecuteDeleteAsync(cancellationToken) > 0)
            Note(context, initiative, "People/Withdraw");
    }

    public async Task<IReadOnlyList<Member>> ListAsync(string initiative, CancellationToken cancellationToken)
    {
        if (initiative.Length == 0)
            return await db.Users.Where(each => each.IsAdministrator).OrderBy(each => each.Name)
                .Select(each => new Member(each.Id, each.Name, each.Email!, Role.Administrator, "")).ToListAsync(cancellationToken);
        var found = await db.Memberships.Where(each => each.Initiative == initiative)
            .Join(db.Users, each => each.PersonId, person => person.Id, (each, person) => new { person.Id, person.Name, person.Email, each.Role, each.Partner })
            .OrderBy(each => each.Name).ToListAsync(cancellationToken);
        return [.. found.Select(each => new Member(each.Id, each.Name, each.Email!, each.Role, each.Partner))];
    }

    public async Task<bool> RemoveAsync(HttpContext context, string initiative, string person, CancellationToken cancellationToken)
    {
        if (initiative.Length > 0)
        {
            await db.Memberships.Where(each => each.Initiative == initiative && each.PersonId == person).ExecuteDeleteAsync(cancellationToken);
        }
        else
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await db.Users.CountAsync(each => each.IsAdministrator && each.Id != person, cancellationToken) == 0)
                return false;
            await db.Users.Where(each => each.Id == person)
                .ExecuteUpdateAsync(each => each.SetProperty(found => found.IsAdministrator, false), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        callers.Forget();
        Note(context, initiative, "People/Remove");
        return true;
    }

    public async Task<IReadOnlyList<TrailLine>> ListChangesAsync(string initiative, long before, int count, CancellationToken cancellationToken)
    {
        var lines = await db.Changes.AsNoTracking().Where(each => each.Initiative == initiative && each.Id < before)
            .OrderByDescending(each => each.Id).Take(count).ToListAsync(cancellationToken);
        return [.. lines.Select(each => new TrailLine(each.Id, DateTimeOffset.FromUnixTimeMilliseconds(each.At), each.Name, each.Method, each.Subject))];
    }

    public Task<SignInWays> ListWaysAsync(HttpContext context, CancellationToken cancellationToken) => ways.OfAsync(PersonOf(context), cancellationToken);

    public async Task<string> MakeTokenAsync(HttpContext context, string name, CancellationToken cancellationToken)
    {
        var (told, hash) = Secret.Make();
        db.Add(new AccessToken { Hash = hash, PersonId = PersonOf(context), Name = name.Trim()[..Math.Min(name.Trim().Length, Joining.LongestName)], MadeAt = Now() });
        await db.SaveChangesAsync(cancellationToken);
        return told;
    }

    public async Task<IReadOnlyList<ProgramToken>> ListTokensAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var person = PersonOf(context);
        var found = await db.AccessTokens.AsNoTracking().Where(each => each.PersonId == person).OrderBy(each => each.Id).ToListAsync(cancellationToken);
        return [.. found.Select(each => new ProgramToken(each.Id, each.Name, DateTimeOffset.FromUnixTimeSeconds(each.MadeAt)))];
    }

    public async Task RemoveTokenAsync(HttpContext context, long token, CancellationToken cancellationToken)
    {
        var person = PersonOf(context);
        await db.AccessTokens.Where(each => each.Id == token && each.PersonId == person).ExecuteDeleteAsync(cancellationToken);
        callers.Forget();
    }

    private void Note(HttpContext context, string initiative, string what)
    {
        if (context.Features.Get<Visitor>() is { IsSignedIn: true } visitor)
            trail.Note(visitor.Caller.Person, visitor.Name, initiative, what);
    }

    private long Now() => time.GetUtcNow().ToUnixTimeSeconds();

    private static string PersonOf(HttpContext context) => context.Features.Get<Visitor>()!.Caller.Person;
}
