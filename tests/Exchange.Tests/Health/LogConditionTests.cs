using System.Data.Common;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Tests.Nodes;

namespace CollectiveImpact.Exchange.Tests.Health;

/// <summary>What a log says of itself when its store fails.</summary>
public sealed class LogConditionTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task each_caller_is_told_when_a_group_cannot_even_begin()
    {
        await using var log = TestLog.Open(_folder);
        Assert.Equal(LogCondition.Writable, log.Condition);
        await log.WriteAsync(transaction =>
        {
            using var row = transaction.Query("PRAGMA query_only = 1");
            return row.Read();
        });
        for (var i = 0; i < 3; i++)
            await Assert.ThrowsAnyAsync<DbException>(() => log.SayAsync("a", "lost").WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(LogCondition.Failing, log.Condition);
        Assert.Null(log.Find("a"));
    }
}
