using Microsoft.EntityFrameworkCore;

namespace CollectiveImpact.Gateway.People;

/// <summary>
/// Brings the gateway's database to this release, and never back. Its number stands in the file: one of a later release is
/// left alone.
/// </summary>
internal static class PeopleSchema
{
    /// <summary>What leads from each number to the next, the first from 1 to 2. A new file has all of it at once.</summary>
    private static readonly Step[] Steps =
    [
        // Passkeys.
        new(
            """
            CREATE TABLE IF NOT EXISTS "AspNetUserPasskeys" (
                "CredentialId" BLOB NOT NULL CONSTRAINT "PK_AspNetUserPasskeys" PRIMARY KEY,
                "UserId" TEXT NOT NULL,
                "Data" TEXT NOT NULL,
                CONSTRAINT "FK_AspNetUserPasskeys_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
            );
            CREATE INDEX IF NOT EXISTS "IX_AspNetUserPasskeys_UserId" ON "AspNetUserPasskeys" ("UserId");
            """),
        // What a change was about.
        new(
            """ALTER TABLE "Changes" ADD COLUMN "Subject" TEXT NOT NULL DEFAULT ''""",
            Unless: "SELECT count(*) AS Value FROM pragma_table_info('Changes') WHERE name = 'Subject'"),
    ];

    private static readonly int Newest = Steps.Length + 1;

    /// <exception cref="IOException">The file is of a later release.</exception>
    public static async Task BringAsync(PeopleDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var version = await db.Database.SqlQueryRaw<int>("SELECT user_version AS Value FROM pragma_user_version").SingleAsync(cancellationToken);
        if (version > Newest)
            throw new IOException($"The gateway's database is of a later release (schema {version}, and this one knows {Newest}): run that release, or a newer one.");
        if (version == Newest)
            return;
        // A file without a number that has tables was cut off before it got one: whatever it lacks is added.
        var isNew = version == 0 && await db.Database.EnsureCreatedAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var step in isNew ? [] : Steps.Skip(Math.Max(version, 1) - 1))
        {
            if (step.Unless.Length == 0 || await db.Database.SqlQueryRaw<int>(step.Unless).SingleAsync(cancellationToken) == 0)
                await db.Database.ExecuteSqlRawAsync(step.Sql, cancellationToken);
        }
        var number = $"PRAGMA user_version = {Newest}";
        await db.Database.ExecuteSqlRawAsync(number, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <param name="Unless">A count: where it finds something, the step was taken before the file had a number.</param>
    private sealed record Step(string Sql, string Unless = "");
}
