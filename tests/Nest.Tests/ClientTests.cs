using System.Net;
using System.Text.Json.Nodes;
using CollectiveImpact.Nest.Tests.Clients;

namespace CollectiveImpact.Nest.Tests;

/// <summary>What a new user does with the nest that runs: with JSON, and with a client of another language.</summary>
public sealed class ClientTests : IAsyncLifetime
{
    private const string Measurement = "collectiveimpact.v1.SharedMeasurement", Charter = "collectiveimpact.v1.Charter";
    private const string Indicator = "households-in-core-housing-need";
    private readonly TestFolder nest = TestFolder.WithFigures();
    private Runner runner = null!;
    private JsonClient json = null!;
    private PythonClient python = null!;

    public async Task InitializeAsync()
    {
        runner = Runner.Start("--nest", nest.Path);
        var address = await runner.UpAsync();
        (json, python) = (new JsonClient(address), new PythonClient(address));
    }

    public async Task DisposeAsync()
    {
        json.Dispose();
        python.Dispose();
        await runner.DisposeAsync();
        nest.Dispose();
    }

    [LinuxFact]
    public async Task Both_get_the_same_answers()
    {
        foreach (var (service, method, request) in new[]
        {
            (Measurement, "GetSeries", $$"""{"initiative": "ca", "indicator": "{{Indicator}}"}"""),
            (Measurement, "Reconcile", $$"""{"initiative": "ca.qc", "indicator": "{{Indicator}}", "period": "2021", "cell": "tenure=renter"}"""),
            (Measurement, "ListIndicators", """{"initiative": "ca.on.hamilton"}"""),
            (Charter, "GetFunctionMap", """{"initiative": "ca.ab.lethbridge"}"""),
            ("collectiveimpact.v1.Nest", "ListInitiatives", """{"level": "LEVEL_PROVINCIAL"}"""),
        })
        {
            var (status, inJson) = await json.CallAsync(service, method, request);
            var (inPython, complaint) = await python.CallAsync(service, method, request);
            Assert.Equal("", complaint);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(inPython), JsonNode.Parse(inJson)), $"{method}:\n{inPython}\n{inJson}");
        }
    }

    [LinuxFact]
    public async Task Both_are_told_what_is_wrong()
    {
        var request = $$"""{"initiative": "ca.on.hamilton", "indicator": "{{Indicator}}", "period": "2021-13", "observations": [{"value": "1"}]}""";
        var (status, inJson) = await json.CallAsync(Measurement, "Report", request);
        var (_, complaint) = await python.CallAsync(Measurement, "Report", request);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("invalid_argument", (string?)JsonNode.Parse(inJson)!["code"]);
        Assert.StartsWith("INVALID_ARGUMENT: period:", complaint);
        Assert.EndsWith((string)JsonNode.Parse(inJson)!["message"]!, complaint);
    }

    [LinuxFact]
    public async Task Ottawa_Gatineau_counts_once_in_Canada_by_part_in_two_provinces()
    {
        Assert.Equal(["ca.on 28400", "ca.qc 6400"], await PartsAsync("ca"));
        Assert.Equal(["ca.on 28400"], await PartsAsync("ca.on"));
        Assert.Equal(["ca.qc 6400"], await PartsAsync("ca.qc"));
    }

    [LinuxFact]
    public async Task A_function_is_handed_over_and_the_next_call_goes_to_the_next_holder()
    {
        const string place = "ca.ab.lethbridge";
        Assert.Equal("ca.ab", await WriterAsync(place));
        var (status, answer) = await json.CallAsync(
            Charter, "HandOver", $$"""{"initiative": "{{place}}", "function": "FUNCTION_ESTABLISH_SHARED_MEASUREMENT", "to": ["{{place}}"]}""");
        Assert.True(status == HttpStatusCode.OK, answer);

        (status, answer) = await json.CallAsync(
            Measurement, "Report",
            $$"""{"initiative": "{{place}}", "indicator": "{{Indicator}}", "period": "2021", "observations": [{"value": "4321"}], "by": "{{place}}"}""");
        Assert.True(status == HttpStatusCode.OK, answer);
        Assert.Equal(place, await WriterAsync(place));
        (status, answer) = await json.CallAsync(
            Measurement, "Report",
            $$"""{"initiative": "{{place}}", "indicator": "{{Indicator}}", "period": "2021", "observations": [{"value": "1"}], "by": "ca.ab"}""");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains($"{place} holds establish shared measurement", answer);
        (status, answer) = await json.CallAsync(
            Measurement, "DefineIndicator",
            $$"""{"initiative": "{{place}}", "indicator": {"indicator": "beds", "name": {"en": "Beds"}, "kind": "KIND_COUNT", "periodKind": "PERIOD_KIND_YEAR"} }""");
        Assert.True(status == HttpStatusCode.OK, answer);
    }

    private async Task<string?> WriterAsync(string initiative)
    {
        var (_, answer) = await json.CallAsync(Charter, "GetFunctionMap", $$"""{"initiative": "{{initiative}}"}""");
        return (string?)JsonNode.Parse(answer)!["functions"]![2]!["writer"];
    }

    private async Task<List<string>> PartsAsync(string initiative)
    {
        var (_, answer) = await json.CallAsync(
            Measurement, "Reconcile", $$"""{"initiative": "{{initiative}}", "indicator": "{{Indicator}}", "period": "2021", "cell": "tenure=renter"}""");
        return [.. JsonNode.Parse(answer)!["contributions"]!.AsArray()
            .Where(each => (string?)each!["initiative"] == "ca.ottawa-gatineau")
            .Select(each => $"{each!["partOf"]} {each["value"]}")];
    }
}
