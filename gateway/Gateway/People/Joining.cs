using System.Net.Mail;
using CollectiveImpact.Console.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CollectiveImpact.Gateway.People;

/// <summary>Takes invitations up, whichever way people show who they are.</summary>
internal sealed class Joining(
    PeopleDb db, UserManager<Person> users, SignInManager<Person> signIn, PeopleCallers callers, GatewayFolder folder, AuditTrail trail, TimeProvider time)
{
    public const int LongestName = 200;

    /// <summary>The invitation of a code; null where it is used, too old or none.</summary>
    public async Task<Invitation?> FindAsync(string code, CancellationToken cancellationToken)
    {
        var (hash, now) = (Secret.HashOf(code), time.GetUtcNow().ToUnixTimeSeconds());
        return await db.Invitations.FirstOrDefaultAsync(each => each.Hash == hash && each.Until >= now, cancellationToken);
    }

    /// <param name="find">Finds or makes who joins, together with the joining or not at all.</param>
    public async Task<JoinFault?> JoinAsync(string code, Func<Task<Joiner>> find, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(code, cancellationToken) is not { } invitation)
            return JoinFault.Spent;
        var found = await find();
        if (found.Person is not { } joining)
            return found.Fault;
        if (invitation.Initiative.Length == 0)
            joining.IsAdministrator = true;
        else if (!await db.Memberships.AnyAsync(each => each.PersonId == joining.Id && each.Initiative == invitation.Initiative
            && each.Role == invitation.Role && each.Partner == invitation.Partner, cancellationToken))
            db.Add(new Membership { PersonId = joining.Id, Initiative = invitation.Initiative, Role = invitation.Role, Partner = invitation.Partner });
        db.Remove(invitation);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        callers.Forget();
        if (joining.IsAdministrator)
            File.Delete(folder.FirstAdministrator);
        trail.Note(joining.Id, joining.Name, invitation.Initiative, "People/Join");
        await signIn.SignInAsync(joining, isPersistent: true);
        return null;
    }

    /// <param name="password">Null: the person signs in otherwise.</param>
    /// <param name="id">Null: one that is made.</param>
    public async Task<Joiner> MakeAsync(string name, string email, string? password, string? id = null)
    {
        (name, email) = (name.Trim(), email.Trim());
        if (name.Length is 0 or > LongestName)
            return new(null, JoinFault.NoName);
        if (!MailAddress.TryCreate(email, out _) || email.Length > LongestName)
            return new(null, JoinFault.NoEmail);
        var person = new Person { Name = name, UserName = email, Email = email };
        person.Id = id ?? person.Id;
        var made = password is null ? await users.CreateAsync(person) : await users.CreateAsync(person, password);
        return made.Succeeded ? new(person) : new(null, FaultOf(made));
    }

    private static JoinFault FaultOf(IdentityResult result) => result.Errors.First().Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => JoinFault.PasswordTooShort,
        nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => JoinFault.EmailTaken,
        _ => JoinFault.NoEmail,
    };
}

/// <summary>Who takes an invitation up; null, and why not.</summary>
internal sealed record Joiner(Person? Person, JoinFault? Fault = null);
