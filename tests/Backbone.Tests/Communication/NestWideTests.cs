using CollectiveImpact.Backbone.Communication;
using CollectiveImpact.Backbone.Tests.Network;
using static CollectiveImpact.Backbone.Tests.Communication.Saying;

namespace CollectiveImpact.Backbone.Tests.Communication;

/// <summary>A look over many initiatives goes by the marks of all; over few, by those of each. Both find the same.</summary>
public sealed class NestWideTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync(stores);

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_look_over_many_finds_what_looks_over_few_find(bool latestFirst)
    {
        // More than a look reads at once.
        for (var i = 0; i < 300; i++)
            await _nest.Local.Tell(i % 3 == 0 ? Toronto : Hamilton, $"s{i:000}", $"2026-03-{1 + (i % 2):00}");
        await _nest.Local.Tell("ca.ottawa-gatineau", "elsewhere", "2026-03-01");

        var many = Read(new Scope(Hamilton, [Toronto, .. Enumerable.Range(0, 200).Select(i => $"none{i}")]), latestFirst);
        var few = Read(new Scope(Hamilton, [Toronto]), latestFirst);

        Assert.Equal(300, few.Count);
        Assert.Equal(few, many);
        var places = few.Select(mark => mark.Place).ToList();
        Assert.Equal(latestFirst ? places.OrderDescending(StringComparer.Ordinal) : places.Order(StringComparer.Ordinal), places);
    }

    private List<Marked> Read(Scope scope, bool latestFirst) => _nest.Local.Log.Read(
        reader => StoryKind.Told.Read(reader, scope, new Days("", "", latestFirst)).ToList());
}
