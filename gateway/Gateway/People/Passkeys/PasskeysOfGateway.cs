using System.Buffers.Text;
using CollectiveImpact.Console.People;
using Microsoft.AspNetCore.Identity;

namespace CollectiveImpact.Gateway.People.Passkeys;

/// <summary>Passkeys in the gateway's database. What a browser is asked stands sealed in a cookie until it answers.</summary>
internal sealed class PasskeysOfGateway(
    PeopleDb db, UserManager<Person> users, SignInManager<Person> signIn, Joining joining, Ways ways) : IPasskeys
{
    public Task<string> AskAsync(HttpContext context) => signIn.MakePasskeyRequestOptionsAsync(null);

    public async Task<bool> SignInAsync(HttpContext context, string credential)
    {
        if (await AnswerAsync(credential, signIn.PerformPasskeyAssertionAsync) is not { Succeeded: true } asserted)
            return false;
        // Its counter has moved on, by which a copy of it would be noticed.
        await users.AddOrUpdatePasskeyAsync(asserted.User, asserted.Passkey);
        // Whoever guesses this person's password locks out passwords, and not the person.
        await signIn.SignInAsync(asserted.User, isPersistent: true);
        return true;
    }

    public async Task<string> OfferAsync(HttpContext context)
    {
        var person = (await users.GetUserAsync(context.User))!;
        return await OfferAsync(person.Id, person.Email!, person.Name);
    }

    public Task<string> OfferAsync(HttpContext context, NewPerson person) =>
        OfferAsync(new Person().Id, person.Email.Trim(), person.Name.Trim());

    public async Task<JoinFault?> JoinAsync(HttpContext context, string code, NewPerson person, string credential)
    {
        var made = await AnswerAsync(credential, signIn.PerformPasskeyAttestationAsync);
        return await joining.JoinAsync(code, () => MakeAsync(person, made), context.RequestAborted);
    }

    public async Task<bool> AddAsync(HttpContext context, string name, string credential)
    {
        if (await AnswerAsync(credential, signIn.PerformPasskeyAttestationAsync) is not { Succeeded: true } made
            || await users.GetUserAsync(context.User) is not { } person || made.UserEntity.Id != person.Id)
            return false;
        made.Passkey.Name = Called(name);
        return (await users.AddOrUpdatePasskeyAsync(person, made.Passkey)).Succeeded;
    }

    public async Task RenameAsync(HttpContext context, string passkey, string name)
    {
        if (await users.GetUserAsync(context.User) is not { } person || await FindAsync(person, passkey) is not { } found)
            return;
        found.Name = Called(name);
        await users.AddOrUpdatePasskeyAsync(person, found);
    }

    public async Task<bool> RemoveAsync(HttpContext context, string passkey, CancellationToken cancellationToken)
    {
        // Looked at and taken in one go, so that two windows together don't take the last way in.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await users.GetUserAsync(context.User) is not { } person || await FindAsync(person, passkey) is not { } found
            || !(await ways.OfAsync(person.Id, cancellationToken)).HasSpare)
            return false;
        await users.RemovePasskeyAsync(person, found.CredentialId);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private Task<string> OfferAsync(string id, string name, string shown) =>
        signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = id, Name = name, DisplayName = shown });

    private async Task<Joiner> MakeAsync(NewPerson person, PasskeyAttestationResult? made)
    {
        // One that was offered to somebody who has joined already makes nobody new.
        if (made is not { Succeeded: true } || await users.FindByIdAsync(made.UserEntity.Id) is not null)
            return new(null, JoinFault.NoPasskey);
        var joiner = await joining.MakeAsync(person.Name, person.Email, password: null, made.UserEntity.Id);
        if (joiner.Person is { } joined)
            await users.AddOrUpdatePasskeyAsync(joined, made.Passkey);
        return joiner;
    }

    private async Task<UserPasskeyInfo?> FindAsync(Person person, string passkey) =>
        Base64Url.IsValid(passkey) ? await users.GetPasskeyAsync(person, Base64Url.DecodeFromChars(passkey)) : null;

    /// <summary>Null where nothing was asked, or something else, or too long ago: the framework takes that for a fault of the program.</summary>
    private static async Task<T?> AnswerAsync<T>(string credential, Func<string, Task<T>> perform)
        where T : class
    {
        if (credential.Length == 0)
            return null;
        try
        {
            return await perform(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Called(string name) => name[..Math.Min(name.Length, Joining.LongestName)];
}
