using System.Buffers.Text;
using CollectiveImpact.Console.People;
using CollectiveImpact.Gateway.People.Providers;
using Microsoft.EntityFrameworkCore;

namespace CollectiveImpact.Gateway.People;

/// <summary>How people can sign in at this gateway as it is set now.</summary>
internal sealed class Ways(PeopleDb db, IdentityProvider? provider = null)
{
    public async Task<SignInWays> OfAsync(string person, CancellationToken cancellationToken)
    {
        var hasPassword = await db.Users.AnyAsync(each => each.Id == person && each.PasswordHash != null, cancellationToken);
        var isConnected = provider is not null
            && await db.UserLogins.AnyAsync(each => each.UserId == person && each.LoginProvider == provider.Id, cancellationToken);
        var passkeys = await db.UserPasskeys.AsNoTracking().Where(each => each.UserId == person).ToListAsync(cancellationToken);
        return new(hasPassword, isConnected, [.. passkeys.OrderBy(each => each.Data.CreatedAt)
            .Select(each => new Passkey(Base64Url.EncodeToString(each.CredentialId), each.Data.Name ?? "", each.Data.CreatedAt))]);
    }
}
