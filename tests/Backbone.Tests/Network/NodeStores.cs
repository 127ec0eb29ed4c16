namespace CollectiveImpact.Backbone.Tests.Network;

/// <summary>
/// Where the nodes of a class of tests keep their logs: here in SQLite, as a node does by itself. Backbone.Postgres.Tests
/// runs the same classes with a class of this name of its own.
/// </summary>
public sealed class NodeStores
{
    /// <summary>A place for one node's log, as the setting <c>Nest:Store</c> says it.</summary>
    public Task<string> CreateAsync() => Task.FromResult("");
}
