using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.People;

/// <summary>
/// Passkeys, as the pages deal with them. Each time two steps: the gateway makes options for the browser, and takes back what
/// the browser made of them; both as JSON that is the browser's own. The host keeps them.
/// </summary>
public interface IPasskeys
{
    /// <summary>Options for signing in, by whichever passkey the browser has.</summary>
    Task<string> AskAsync(HttpContext context);

    /// <summary>False where what the browser gave is not right.</summary>
    Task<bool> SignInAsync(HttpContext context, string credential);

    /// <summary>Options for a new passkey of the person who is signed in.</summary>
    Task<string> OfferAsync(HttpContext context);

    /// <summary>Options for the passkey of somebody who joins.</summary>
    Task<string> OfferAsync(HttpContext context, NewPerson person);

    /// <summary>Takes an invitation up as a new person who signs in by a passkey.</summary>
    Task<JoinFault?> JoinAsync(HttpContext context, string code, NewPerson person, string credential);

    /// <summary>Adds a passkey to the person who is signed in. False where what the browser gave is not right.</summary>
    Task<bool> AddAsync(HttpContext context, string name, string credential);

    Task RenameAsync(HttpContext context, string passkey, string name);

    /// <summary>Removes a passkey of the person who is signed in. False where no other way to sign in is left.</summary>
    Task<bool> RemoveAsync(HttpContext context, string passkey, CancellationToken cancellationToken);
}
