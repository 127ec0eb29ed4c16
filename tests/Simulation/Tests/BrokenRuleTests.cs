using CollectiveImpact.Simulation.Broken;
using CollectiveImpact.Simulation.Running;
using Xunit;
using Xunit.Abstractions;

namespace CollectiveImpact.Simulation.Tests;

/// <summary>Each rule that the exchange rests on is broken once, from outside: the simulator has to notice.</summary>
public sealed class BrokenRuleTests(ITestOutputHelper output)
{
    private const long MostSchedules = 150;

    [Fact]
    public void it_notices_what_is_acknowledged_before_it_is_stored() => Notices(() => new AcknowledgesBeforeStoring());

    [Fact]
    public void it_notices_a_cursor_beyond_the_head_that_is_skipped() => Notices(() => new SkipsBeyondTheHead());

    [Fact]
    public void it_notices_a_restored_log_that_keeps_its_id() => Notices(() => new KeepsTheLogId());

    private void Notices(Func<BrokenRule> rule)
    {
        for (var seed = 1L; seed <= MostSchedules; seed++)
        {
            var outcome = Schedule.Run(seed, rule());
            if (outcome.Failure is null) continue;
            output.WriteLine($"seed {seed}: {outcome.Failure}");
            Assert.Null(Schedule.Run(seed).Failure);
            return;
        }

        Assert.Fail($"{MostSchedules} schedules passed with a broken rule");
    }
}
