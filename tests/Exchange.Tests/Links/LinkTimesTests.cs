using CollectiveImpact.Exchange.Links;
using FsCheck;
using FsCheck.Fluent;

namespace CollectiveImpact.Exchange.Tests.Links;

public sealed class LinkTimesTests
{
    [Fact]
    public void the_wait_grows_and_never_passes_its_cap() => Prop.ForAll(
        Gen.Choose(1, 100_000).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (attempt, seed) =>
        {
            var wait = LinkTimes.Unreachable(attempt, new Random(seed));
            return wait <= LinkTimes.UnreachableLongest && wait >= LinkTimes.UnreachableFirst / 2;
        }).QuickCheckThrowOnFailure();
}
