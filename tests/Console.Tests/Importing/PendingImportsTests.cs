using CollectiveImpact.Console.Importing;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Tests.Importing;

public sealed class PendingImportsTests
{
    private static readonly ImportedReport[] Reports = [new(new ReportRequest(), [])];

    private readonly Clock _clock = new();

    [Fact]
    public void A_file_is_given_to_whoever_sent_it_and_for_the_same_initiative()
    {
        var pending = new PendingImports(_clock);
        var number = pending.Keep("ann", "ca", Reports);
        Assert.Same(Reports, pending.Find(number, "ann", "ca"));
        Assert.Null(pending.Find(number, "bob", "ca"));
        Assert.Null(pending.Find(number, "ann", "ca.on"));
        pending.Forget(number);
        Assert.Null(pending.Find(number, "ann", "ca"));
    }

    [Fact]
    public void A_file_waits_an_hour()
    {
        var pending = new PendingImports(_clock);
        var number = pending.Keep("ann", "ca", Reports);
        _clock.Now += TimeSpan.FromMinutes(61);
        Assert.Null(pending.Find(number, "ann", "ca"));
    }

    [Fact]
    public void Of_many_the_oldest_goes()
    {
        var pending = new PendingImports(_clock);
        var numbers = Enumerable.Range(0, 21).Select(_ => pending.Keep("ann", "ca", Reports)).ToList();
        Assert.Null(pending.Find(numbers[0], "ann", "ca"));
        Assert.All(numbers[1..], number => Assert.NotNull(pending.Find(number, "ann", "ca")));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
