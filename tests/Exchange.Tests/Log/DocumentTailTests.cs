using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Tests.Log;

public sealed class DocumentTailTests
{
    [Fact]
    public void what_comes_after_a_number_is_read_in_order()
    {
        var tail = new DocumentTail(10);
        tail.Append([At(11), At(13), At(14)], 14);
        Assert.Equal([13, 14], tail.After(11, 10)!.Select(d => d.Sequence));
        Assert.Equal([11], tail.After(10, 1)!.Select(d => d.Sequence));
        Assert.Empty(tail.After(14, 10)!);
    }

    [Fact]
    public void it_does_not_reach_back_before_its_beginning() => Assert.Null(new DocumentTail(10).After(9, 10));

    [Fact]
    public void what_it_has_let_go_is_not_passed_over()
    {
        var tail = new DocumentTail(0);
        tail.Append(Enumerable.Range(1, 10_000).Select(i => At(i)), 10_000);
        Assert.Null(tail.After(0, 10));
        var first = Enumerable.Range(0, 10_000).First(i => tail.After(i, 1) is not null);
        Assert.Equal(first + 1, tail.After(first, 1)![0].Sequence);
    }

    [Fact]
    public async Task a_reader_is_woken_by_what_comes()
    {
        var tail = new DocumentTail(0);
        var waiting = tail.Grown(() => 0);
        Assert.False(waiting.IsCompleted);
        tail.Append([At(1)], 1);
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.True(tail.Grown(() => 0).IsCompleted);
    }

    private static StoredDocument At(long sequence) => new(sequence, default, new Document(), [], null, null, default);
}
