using CollectiveImpact.Postgres.Testing;

namespace CollectiveImpact.Postgres.Tests;

public sealed class BinariesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("postgres-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_newest_of_Debians_versions_is_taken()
    {
        var path = Server("path");
        Server("9.6/bin");
        var newest = Server("15/bin");

        Assert.Equal(newest, PostgresBinaries.Find(_folder, path));
    }

    [Fact]
    public void Without_one_the_path_is_looked_at()
    {
        var path = Server("path");

        Assert.Equal(path, PostgresBinaries.Find(Path.Combine(_folder, "none"), $"/nowhere{Path.PathSeparator}{path}"));
    }

    [Fact]
    public void Without_any_it_says_what_to_run()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => PostgresBinaries.Find(_folder, _folder));

        Assert.Contains("Run `bash tests/run` first", failure.Message);
    }

    private string Server(string folder)
    {
        var path = Directory.CreateDirectory(Path.Combine(_folder, folder)).FullName;
        foreach (var program in (string[])["postgres", "initdb"]) File.WriteAllText(Path.Combine(path, program), "");
        return path;
    }
}
