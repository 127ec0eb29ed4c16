using CollectiveImpact.Backbone.Tests.Network;
using Npgsql;

namespace CollectiveImpact.Backbone.Tests;

/// <summary>That the tests of this project are on the store that they are for.</summary>
public sealed class StoreTests(NodeStores stores) : IClassFixture<NodeStores>
{
    [Fact]
    public async Task the_nodes_keep_their_logs_in_a_database_that_does_not_order_text_by_its_bytes()
    {
        var store = await stores.CreateAsync();
        var folder = Directory.CreateTempSubdirectory("nest-test-").FullName;
        await using (var node = await TestNode.StartAsync(folder, Level.National, [new("Nest:Store", store)]))
            await node.Register("ca", Level.National);
        Directory.Delete(folder, recursive: true);

        await using var source = NpgsqlDataSource.Create(store);
        await using var documents = source.CreateCommand("SELECT count(*) FROM documents WHERE initiative = 'ca'");
        Assert.NotEqual(0L, await documents.ExecuteScalarAsync());
        await using var order = source.CreateCommand("SELECT 'ca.z' < 'caa'");
        Assert.Equal(false, await order.ExecuteScalarAsync());
    }
}
