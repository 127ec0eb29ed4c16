using System.Net;
using CollectiveImpact.Gateway.People;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>The gateway's database from release to release.</summary>
public sealed class SchemaTests : IDisposable
{
    private const string Password = "correct horse battery";

    private readonly string folder = Directory.CreateTempSubdirectory("gateway-").FullName;

    private string File => Path.Combine(folder, "people.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_file_of_the_first_release_becomes_what_a_new_one_is()
    {
        await MakeFirstReleaseAsync();
        await BringAsync();
        Assert.Equal(await NewSchemaAsync(), await SchemaOfAsync(File));
        Assert.Contains(await SchemaOfAsync(File), line => line.Contains("AspNetUserPasskeys"));
    }

    [Fact]
    public async Task What_was_cut_off_before_it_had_a_number_is_finished()
    {
        await MakeFirstReleaseAsync();
        await RunAsync("PRAGMA user_version = 0");
        await BringAsync();
        await RunAsync("PRAGMA user_version = 0");
        await BringAsync();
        Assert.Equal(await NewSchemaAsync(), await SchemaOfAsync(File));
    }

    [Fact]
    public async Task Bringing_it_again_changes_nothing_and_a_later_release_is_left_alone()
    {
        await BringAsync();
        var schema = await SchemaOfAsync(File);
        await BringAsync();
        Assert.Equal(schema, await SchemaOfAsync(File));
        await RunAsync("PRAGMA user_version = 99");
        Assert.Contains("later release", (await Assert.ThrowsAsync<IOException>(() => BringAsync())).Message);
    }

    [Fact]
    public async Task Whoever_was_there_before_signs_in_as_before()
    {
        await MakeFirstReleaseAsync();
        var hash = new PasswordHasher<Person>().HashPassword(new Person(), Password);
        await RunAsync(
            $"""
            INSERT INTO AspNetUsers (Id, Name, IsAdministrator, UserName, NormalizedUserName, Email, NormalizedEmail, EmailConfirmed, PasswordHash,
                SecurityStamp, PhoneNumberConfirmed, TwoFactorEnabled, LockoutEnabled, AccessFailedCount)
            VALUES ('a', 'ann', 0, 'ann@example.org', 'ANN@EXAMPLE.ORG', 'ann@example.org', 'ANN@EXAMPLE.ORG', 0, '{hash}', 'S', 0, 0, 1, 0);
            INSERT INTO Memberships (PersonId, Initiative, Role, Partner) VALUES ('a', 'ca', {(int)Role.Staff}, '');
            """);
        await using var node = await TestNode.StartAsync("n", Level.National);
        node.State.Tell(Maps.Own(Maps.Canada, "n"));
        await using var gateway = await RunningGateway.StartAndHearAsync([$"--Gateway:Data={folder}"], node);
        using var ann = new Visitor(gateway.Address);
        await ann.Send("/en/sign-in", ("email", "ann@example.org"), ("password", Password));
        Assert.Equal(HttpStatusCode.OK, (await ann.Open("/en/initiatives/ca/people")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ann.Open("/en/you")).Status);
    }

    private Task MakeFirstReleaseAsync()
    {
        using var sql = new StreamReader(typeof(SchemaTests).Assembly.GetManifestResourceStream("release-1.sql")!);
        return RunAsync(sql.ReadToEnd());
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>As a gateway does before it serves anybody.</summary>
    private async Task BringAsync(string within = "")
    {
        await using var gateway = GatewayApplication.Create(
            [.. RunningGateway.Arguments("http://127.0.0.1:0"), "--Gateway:Nodes:0=http://127.0.0.1:1", $"--Gateway:Data={Path.Combine(folder, within)}"]);
        await gateway.PreparePeopleAsync(CancellationToken.None);
    }

    private async Task<IReadOnlyList<string>> NewSchemaAsync()
    {
        await BringAsync("new");
        return await SchemaOfAsync(Path.Combine(folder, "new", "people.db"));
    }

    /// <summary>What the file says of itself, without its blanks, in the order of names, and its number.</summary>
    private static async Task<IReadOnlyList<string>> SchemaOfAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT coalesce(sql, name) FROM sqlite_master UNION ALL SELECT 'version ' || user_version FROM pragma_user_version ORDER BY 1";
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(string.Concat(reader.GetString(0).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return lines;
    }
}
