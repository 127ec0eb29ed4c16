using CollectiveImpact.Backbone.Tests.Network;

namespace CollectiveImpact.Backbone.Tests.Releases;

/// <summary>
/// The databases of release 0.2 (a small nest of Canada, Ontario, Quebec, Hamilton and Ottawa-Gatineau, loaded by that
/// release) are taken over with all that stands in them, links included.
/// </summary>
public sealed class MigrationTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nest-test-").FullName;
    private TestNode _provincial = null!;
    private TestNode _local = null!;

    public async Task InitializeAsync()
    {
        foreach (var name in (string[])["provincial", "local"])
        {
            Directory.CreateDirectory(Path.Combine(_folder, name));
            foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Releases", "0.2", name)))
                File.Copy(file, Path.Combine(_folder, name, Path.GetFileName(file)));
        }

        _provincial = await TestNode.StartAsync(Path.Combine(_folder, "provincial"), Level.Provincial, 0, TimeProvider.System);
        _local = await TestNode.StartAsync(Path.Combine(_folder, "local"), Level.Local, 0, TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        await _local.DisposeAsync();
        await _provincial.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task figures_and_contributions_stand_as_they_did()
    {
        Assert.Equal("68700", await _provincial.Value("ca.on", "2021"));
        Assert.Equal("25250.5", await _provincial.Value("ca.on", "2018"));
        Assert.Equal("8100", await _provincial.Value("ca.qc", "2021"));
        foreach (var node in new[] { _provincial, _local }) Assert.Empty(await node.Faults());
    }

    [Fact]
    public async Task a_link_of_that_release_is_a_link_that_joined()
    {
        var before = Assert.Single((await _local.Operator.GetStatusAsync(new(), _local.Token())).Links);
        Assert.Equal((LinkState.Types.Standing.Active, true), (before.Standing, before.PeerIsParent));
        // The parent has another port now, which an invitation tells.
        var joined = await _local.JoinAsync(_provincial);
        Assert.Equal(before.Link, joined.Link);
        await _provincial.Say("ca.on.hamilton", "2020", Words.Figure("5"));
        await Words.Until(() => _local.Value("ca.on.hamilton", "2020"), value => value == "5");
    }
}
