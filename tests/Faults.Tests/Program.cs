using System.CommandLine;
using CollectiveImpact.Faults.Tests.Kills;

// dotnet run -c Release --project tests/Faults.Tests -- --kills 200 [--seed N]
var kills = new Option<int>("--kills") { Description = "How often a service is killed.", DefaultValueFactory = _ => 200 };
var seed = new Option<int?>("--seed") { Description = "What the course of kills is drawn from; without it, chance." };
kills.Validators.Add(result =>
{
    if (result.GetValue(kills) is < 1 or > 10_000) result.AddError("--kills is 1 to 10,000.");
});
var command = new RootCommand("Kills the services of a nest while reports flow, and compares what stands with what was acknowledged.") { kills, seed };
command.SetAction(async (parsed, _) =>
{
    var outcome = await new KillRun(parsed.GetValue(kills), parsed.GetValue(seed) ?? Random.Shared.Next(), Console.WriteLine).RunAsync();
    Console.WriteLine(outcome);
    return outcome.Findings.None ? 0 : 1;
});
return await command.Parse(args).InvokeAsync();
