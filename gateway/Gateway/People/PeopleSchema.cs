using Microsoft.EntityFrameworkCore;

namespace CollectiveImpact.Gateway.People;

/// <summary>Brings the gateway's database to this release. Its number stands in the file: one of a later release is left alone.</summary>
internal static class PeopleSchema
{
    private const int Newest = 1;

    /// <exception cref="IOException">The file is of a later release.</exception>
    public static async Task BringAsync(PeopleDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var version = await db.Database.SqlQueryRaw<int>("SELECT user_version AS Value FROM pragma_user_version").SingleAsync(cancellationToken);
        if (version > Newest)
            throw new IOException($"The gateway's database is of a later release (schema {version}, and this one knows {Newest}): run that release, or a newer one.");
        if (version == Newest)
            return;
        await db.Database.EnsureCreatedAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync($"PRAGMA user_version = {Newest}", cancellationToken);
    }
}
