using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Log.Stores;
using CollectiveImpact.Exchange.Tests.Nodes;

namespace CollectiveImpact.Exchange.Tests.Stores;

/// <summary>A place for one log, and ways to open it again, as after a crash.</summary>
internal interface IStoreUnderTest : IAsyncDisposable
{
    /// <summary>The key of the node whose log it is.</summary>
    NodeKey Key { get; }

    ILogStore Open();
}

/// <summary>Short words for what the suite does.</summary>
internal static class StoreWords
{
    public static DocumentLog Start(this IStoreUnderTest store, TestRules? rules = null, params Schema[] schemas) =>
        TestLog.Open(store.Open(), store.Key, rules, schemas);
}
