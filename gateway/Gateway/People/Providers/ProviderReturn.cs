using CollectiveImpact.Console.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace CollectiveImpact.Gateway.People.Providers;

/// <summary>What becomes of somebody who comes back from the provider: each is known by the provider and its subject, and by nothing else.</summary>
internal sealed class ProviderReturn(IdentityProvider provider, Joining joining, UserManager<Person> users, SignInManager<Person> signIn)
{
    /// <returns>Null where all went well.</returns>
    public Task<ProviderFault?> ReceiveAsync(HttpContext context, Errand errand, ProviderAccount account) => errand.Said.Goal switch
    {
        ProviderGoal.Join => JoinAsync(errand.Said.Code, account, context.RequestAborted),
        ProviderGoal.Connect => ConnectAsync(context, errand.Person, account),
        _ => SignInAsync(account),
    };

    private async Task<ProviderFault?> SignInAsync(ProviderAccount account)
    {
        if (await FindAsync(account) is not { } person)
            return ProviderFault.Unknown;
        // Whoever guesses this person's password locks out passwords, and not the person.
        await signIn.SignInAsync(person, isPersistent: true);
        return null;
    }

    private async Task<ProviderFault?> JoinAsync(string code, ProviderAccount account, CancellationToken cancellationToken) =>
        await joining.JoinAsync(code, async () => await FindAsync(account) is { } known ? new(known) : await MakeAsync(account), cancellationToken) switch
        {
            null => null,
            JoinFault.Spent => ProviderFault.Spent,
            JoinFault.EmailTaken => ProviderFault.EmailTaken,
            _ => ProviderFault.NoEmail,
        };

    private async Task<Joiner> MakeAsync(ProviderAccount account)
    {
        var name = account.Name[..Math.Min(account.Name.Length, Joining.LongestName)];
        var made = await joining.MakeAsync(name, account.Email, password: null);
        if (made.Person is { } person)
            await AddAsync(person, account);
        return made;
    }

    /// <param name="id">Who set out: whoever comes back has to be signed in as the same.</param>
    private async Task<ProviderFault?> ConnectAsync(HttpContext context, string id, ProviderAccount account)
    {
        var cookie = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (cookie.Principal is null || await users.GetUserAsync(cookie.Principal) is not { } person || person.Id != id)
            return ProviderFault.Lost;
        if (await FindAsync(account) is { } known)
            return known.Id == person.Id ? null : ProviderFault.Another;
        await AddAsync(person, account);
        // The stamp that every cookie carries has changed with it: this one goes on.
        await signIn.RefreshSignInAsync(person);
        return null;
    }

    private Task<Person?> FindAsync(ProviderAccount account) => users.FindByLoginAsync(provider.Id, account.Subject);

    private async Task AddAsync(Person person, ProviderAccount account)
    {
        var added = await users.AddLoginAsync(person, new UserLoginInfo(provider.Id, account.Subject, null));
        if (!added.Succeeded)
            throw new InvalidOperationException($"The provider's account was not kept: {added.Errors.First().Code}.");
    }
}
