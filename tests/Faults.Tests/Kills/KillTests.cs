using Xunit.Abstractions;

namespace CollectiveImpact.Faults.Tests.Kills;

/// <summary>The short form of the run that <c>dotnet run --project tests/Faults.Tests</c> makes long.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    [LinuxFact]
    public async Task What_was_acknowledged_stands_everywhere_once_though_services_were_killed()
    {
        var outcome = await new KillRun(kills: 12, seed: 12, output.WriteLine).RunAsync();
        output.WriteLine(outcome.ToString());
        Assert.True(outcome.Findings.None, outcome.ToString());
        Assert.True(outcome.Kills >= 12 && outcome.Reports > 0, outcome.ToString());
    }
}
