using System.Collections.Concurrent;
using System.Security.Claims;
using CollectiveImpact.Console.People;
using CollectiveImpact.Gateway.Callers;
using CollectiveImpact.Hosting.Callers;
using CollectiveImpact.V1;
using Microsoft.EntityFrameworkCore;

namespace CollectiveImpact.Gateway.People;

/// <summary>
/// Knows who makes a request: on a page by the cookie of who signed in, anywhere else by a token. A browser sends its
/// cookie wherever a foreign page tells it to, so calls that are no page's do not count it.
/// </summary>
/// <param name="own">Checks what is said under the gateway's own key: whoever has it runs the gateway.</param>
internal sealed class PeopleCallers(IServiceScopeFactory scopes, CallerCheck own) : ICallers
{
    private const int MostRemembered = 1000;

    // The gateway alone writes its database: what it has read stands until it changes something itself.
    private readonly ConcurrentDictionary<string, Visitor?> people = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> tokens = new(StringComparer.Ordinal);

    public Caller Of(HttpContext context) => context.Features.Get<Visitor>()?.Caller ?? new Caller();

    /// <summary>Forgets what has been read: something has changed.</summary>
    public void Forget()
    {
        people.Clear();
        tokens.Clear();
    }

    public async Task<Visitor> FindAsync(HttpContext context)
    {
        var found = context.Request.Path.StartsWithSegments("/en") || context.Request.Path.StartsWithSegments("/fr")
            ? await PersonAsync(context.User.FindFirstValue(ClaimTypes.NameIdentifier), context.RequestAborted)
            : await BearerAsync(context);
        return found ?? new Visitor("", new Caller());
    }

    private async Task<Visitor?> BearerAsync(HttpContext context)
    {
        if (own.Find(context.Request.Headers[CallerTokens.Header]) is { } caller)
            return new Visitor("", caller);
        const string scheme = "Bearer ";
        var said = context.Request.Headers.Authorization.ToString();
        if (!said.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var hash = Secret.HashOf(said[scheme.Length..].Trim());
        if (!tokens.TryGetValue(hash, out var person))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PeopleDb>();
            person = await db.AccessTokens.Where(token => token.Hash == hash).Select(token => token.PersonId).FirstOrDefaultAsync(context.RequestAborted);
            // A wrong one is not remembered: there are more of those than there is memory.
            if (person is not null)
                Bounded(tokens)[hash] = person;
        }
        return await PersonAsync(person, context.RequestAborted);
    }

    private async Task<Visitor?> PersonAsync(string? id, CancellationToken cancellationToken)
    {
        if (id is null)
            return null;
        if (people.TryGetValue(id, out var known))
            return known;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PeopleDb>();
        var person = await db.Users.AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancellationToken);
        if (person is null)
            return null;
        var memberships = await db.Memberships.AsNoTracking().Where(each => each.PersonId == id).ToListAsync(cancellationToken);
        var caller = new Caller { Person = id, Administrator = person.IsAdministrator };
        caller.Grants.Add(memberships.Select(each => new Caller.Types.Grant { Initiative = each.Initiative, Role = each.Role, Partner = each.Partner }));
        return Bounded(people)[id] = new Visitor(person.Name, caller);
    }

    private static ConcurrentDictionary<string, T> Bounded<T>(ConcurrentDictionary<string, T> remembered)
    {
        if (remembered.Count >= MostRemembered)
            remembered.Clear();
        return remembered;
    }
}
