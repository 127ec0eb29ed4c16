using CollectiveImpact.Console.People;
using CollectiveImpact.V1;
using Microsoft.EntityFrameworkCore;

namespace CollectiveImpact.Gateway.People;

/// <summary>
/// While nobody administers the gateway, each start prints an address that makes the first administrator, once; the ones
/// printed before are no longer good. It stands in a file of the gateway's folder too, for its owner only.
/// </summary>
internal sealed class FirstAdministrator(IServiceScopeFactory scopes, GatewayFolder folder)
{
    public async Task InviteAsync(Uri address, CancellationToken cancellationToken)
    {
        var file = folder.FirstAdministrator;
        File.Delete(file);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PeopleDb>();
        if (await db.Users.AnyAsync(each => each.IsAdministrator, cancellationToken))
            return;
        await db.Invitations.Where(each => each.Initiative == "").ExecuteDeleteAsync(cancellationToken);
        var people = scope.ServiceProvider.GetRequiredService<IPeople>();
        var code = await people.InviteAsync(new DefaultHttpContext(), new Invited("", Role.Administrator, ""), cancellationToken);
        var join = new Uri(address, $"/en/join?code={code}");
        folder.WriteOwn(file, join + "\n");
        await System.Console.Out.WriteLineAsync($"Nobody administers this gateway yet. This address makes the first administrator, once: {join}");
    }
}
