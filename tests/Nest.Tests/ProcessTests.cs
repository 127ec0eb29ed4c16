using System.Diagnostics;
using System.Text.Json.Nodes;
using CollectiveImpact.Nest.Tests.Clients;
using CollectiveImpact.NestLoading;
namespace CollectiveImpact.Nest.Tests;

public sealed class ProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TestFolder nest = TestFolder.WithFigures();

    public static TheoryData<string, string> Moments
    {
        get
        {
            var moments = new TheoryData<string, string>();
            foreach (var process in (string[])["National", "Provincial", "Local", "Gateway"])
            {
                moments.Add(process, "");
                moments.Add(process, "initiatives registered");
            }
            return moments;
        }
    }

    public void Dispose() => nest.Dispose();

    [LinuxTheory]
    [MemberData(nameof(Moments))]
    public async Task A_process_that_is_killed_during_the_load_changes_nothing(string killed, string after)
    {
        using var data = new TestFolder();
        await using var runner = Runner.Start("--check", "--nest", nest.Path, "--data", data.Path);
        if (after.Length > 0)
            await runner.LineAsync(after);
        runner.KillChild(killed);

        Assert.Equal(0, await runner.EndAsync());
        Assert.Equal(67, runner.Table.Count);
        Assert.Equal("66 published figures, 66 matched, 0 differ", runner.Output[^1]);
        Assert.Contains("is started again", await File.ReadAllTextAsync(Path.Combine(data.Path, $"{killed.ToLowerInvariant()}.log")));
    }

    [LinuxTheory]
    [InlineData("National")]
    [InlineData("Local")]
    public async Task A_process_that_is_killed_while_money_flows_loses_and_doubles_nothing(string killed)
    {
        using var data = new TestFolder();
        await using var runner = Runner.Start("--data", data.Path);
        await runner.LineAsync("observations imported");
        runner.KillChild(killed);

        Assert.Contains("174 further calls made", await runner.LineAsync("further calls made"));
        using var json = new JsonClient(await runner.UpAsync());
        const string balance = "received 4000000.00, spent 472650.75, unspent 2727349.25, onItsWay 800000.00, committed 34749.25";
        var found = "";
        for (var begun = Stopwatch.StartNew(); begun.Elapsed < Patience && found != balance; await Task.Delay(50))
        {
            var (_, answer) = await json.CallAsync("collectiveimpact.v1.Resources", "GetNestStatement", """{"initiative": "ca", "until": "2026-11-13"}""");
            var sum = JsonNode.Parse(answer)!["sums"]?[0];
            found = string.Join(", ", balance.Split(", ").Select(each => each.Split(' ')[0]).Select(field => $"{field} {sum?[field]}"));
        }

        Assert.Equal(balance, found);
    }

    [LinuxFact]
    public async Task A_process_that_is_killed_is_back_on_its_port()
    {
        await using var runner = Runner.Start("--nest", nest.Path);
        var address = await runner.UpAsync();
        var before = runner.Children();
        runner.KillChild("Gateway");

        Assert.True(SpinWait.SpinUntil(() => ProcFile.Children(runner.Id).TryGetValue("Gateway", out var id) && id != before["Gateway"], Patience));
        using var gateway = new NestConnection(address);
        var canada = await new CollectiveImpact.NestLoading.Patience(TimeProvider.System).CallAsync(
            "Reading", Patience, options => gateway.Registry.GetInitiativeAsync(new() { Initiative = "ca" }, options).ResponseAsync, CancellationToken.None);
        Assert.Equal("Canada", canada.Name.En);
    }

    [LinuxFact]
    public async Task Nothing_outlives_a_runner_that_was_killed()
    {
        using var data = new TestFolder();
        await using var runner = Runner.Start("--nest", nest.Path, "--data", data.Path);
        await runner.UpAsync();
        var children = runner.Children().Values;
        runner.Kill();
        await runner.EndAsync();

        Assert.True(SpinWait.SpinUntil(() => !children.Any(ProcFile.IsRunning), Patience));
    }

    [LinuxFact]
    public async Task A_request_to_end_ends_all_processes_and_removes_the_data()
    {
        await using var runner = Runner.Start("--nest", nest.Path);
        await runner.UpAsync();
        var children = runner.Children();
        var arguments = await File.ReadAllTextAsync($"/proc/{children["Local"]}/cmdline");
        var data = Path.GetDirectoryName(arguments.Split('\0').Single(argument => argument.StartsWith("--Nest:Data=", StringComparison.Ordinal))["--Nest:Data=".Length..])!;
        Assert.True(Directory.Exists(data));
        runner.AskToEnd();

        Assert.Equal(0, await runner.EndAsync());
        Assert.DoesNotContain(children.Values, ProcFile.IsRunning);
        Assert.False(Directory.Exists(data));
    }
}
