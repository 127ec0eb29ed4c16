using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Exchange.Links;

/// <summary>Tokens that were taken: on disk, so that a restart or another replica takes none of them again.</summary>
internal static class TokenTable
{
    /// <exception cref="LinkFault">It was taken before.</exception>
    public static void Take(LogTransaction transaction, TakenToken token)
    {
        transaction.Execute("DELETE FROM tokens WHERE expires < $1", transaction.Now.ToUnixTimeMilliseconds());
        if (transaction.Execute("INSERT INTO tokens VALUES ($1, $2) ON CONFLICT DO NOTHING", token.Id, token.Until.ToUnixTimeMilliseconds()) == 0)
            throw new LinkFault("the token was used before");
    }
}
