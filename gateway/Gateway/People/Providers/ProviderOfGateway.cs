using CollectiveImpact.Console.People;
using CollectiveImpact.V1;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace CollectiveImpact.Gateway.People.Providers;

/// <summary>Sends people to the provider, and lets go of it.</summary>
internal sealed class ProviderOfGateway(IdentityProvider provider, PeopleDb db, Ways ways, UserManager<Person> users, SignInManager<Person> signIn) : IProvider
{
    public Text Name => provider.Name;

    public IReadOnlyList<string> Origins => provider.Origins;

    public Task LeadAsync(HttpContext context, ProviderErrand errand) => context.ChallengeAsync(
        ProviderExtensions.Scheme,
        new Errand(errand, errand.Goal == ProviderGoal.Connect ? context.Features.Get<Visitor>()!.Caller.Person : "").Seal());

    public async Task<bool> DisconnectAsync(HttpContext context, CancellationToken cancellationToken)
    {
        // Looked at and taken in one go, so that two windows together don't take the last way in.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await users.GetUserAsync(context.User) is not { } person || !(await ways.OfAsync(person.Id, cancellationToken)).HasSpare)
            return false;
        foreach (var login in (await users.GetLoginsAsync(person)).Where(login => login.LoginProvider == provider.Id))
            await users.RemoveLoginAsync(person, login.LoginProvider, login.ProviderKey);
        await transaction.CommitAsync(cancellationToken);
        await signIn.RefreshSignInAsync(person);
        return true;
    }
}
