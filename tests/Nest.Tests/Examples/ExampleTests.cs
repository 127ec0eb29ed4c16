using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using CollectiveImpact.Nest.Tests.Clients;
using static Google.Protobuf.Reflection.MethodOptions.Types;

namespace CollectiveImpact.Nest.Tests.Examples;

/// <summary>The pages beside the contract show every method, and what they show is what the built-in nest answers.</summary>
public sealed class ExampleTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [LinuxFact]
    public async Task What_the_pages_show_is_what_is_answered_in_JSON_and_in_gRPC()
    {
        await using var runner = Runner.Start();
        var address = await runner.UpAsync();
        using var json = new JsonClient(address);
        using var python = new PythonClient(address);
        List<string> differences = [];
        foreach (var example in Example.All())
        {
            var (service, name) = (example.Method.Service.FullName, example.Method.Name);
            var shown = JsonNode.Parse(example.Answer);
            var isQuestion = example.Method.GetOptions().IdempotencyLevel == IdempotencyLevel.NoSideEffects;
            var difference = await AskAsync();
            // What one node has written, another may have yet to hear of.
            for (var begun = Stopwatch.GetTimestamp(); isQuestion && difference is not null && Stopwatch.GetElapsedTime(begun) < Patience;)
            {
                await Task.Delay(100);
                difference = await AskAsync();
            }

            if (difference is null && isQuestion)
            {
                var (inPython, complaint) = await python.CallAsync(service, name, example.Request);
                difference = complaint.Length > 0 ? complaint : Shown.Difference(shown, JsonNode.Parse(inPython));
            }

            if (difference is not null) differences.Add($"{example.Page}: {example.Method.Service.Name}/{name}: {difference}");

            async Task<string?> AskAsync()
            {
                var (status, answer) = await json.CallAsync(service, name, example.Request);
                return status == HttpStatusCode.OK ? Shown.Difference(shown, JsonNode.Parse(answer)) : answer;
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void Every_method_is_shown_once()
    {
        var shown = Example.All().GroupBy(example => example.Method.FullName).ToDictionary(group => group.Key, group => group.Count());
        var missing = Example.Methods.Where(method => shown.GetValueOrDefault(method.FullName) != 1).Select(method => $"{method.Service.Name}/{method.Name}");
        Assert.Empty(missing);
    }
}
