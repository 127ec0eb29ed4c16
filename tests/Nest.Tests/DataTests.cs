using CollectiveImpact.NestLoading;
using CollectiveImpact.V1;

namespace CollectiveImpact.Nest.Tests;

public sealed class DataTests : IDisposable
{
    private const string Indicator = "households-in-core-housing-need";
    private readonly TestFolder data = new(), nest = TestFolder.WithFigures();

    public void Dispose()
    {
        data.Dispose();
        nest.Dispose();
    }

    [LinuxFact]
    public async Task What_was_corrected_since_the_load_stands_after_a_restart()
    {
        await using (var first = Runner.Start("--nest", nest.Path, "--data", data.Path))
        {
            using var gateway = new NestConnection(await first.UpAsync());
            await gateway.Measurement.ReportAsync(new()
            {
                Initiative = "ca.on.toronto",
                Indicator = Indicator,
                Period = "2021",
                Observations = { new Observation { Cell = "tenure=owner", Value = "1" }, new Observation { Cell = "tenure=renter", Value = "216300" } },
            });
            first.AskToEnd();
            Assert.Equal(0, await first.EndAsync());
        }

        await using var second = Runner.Start("--nest", nest.Path, "--data", data.Path, "--check");
        Assert.Equal(1, await second.EndAsync());
        // Toronto's owners are in Ontario's and Canada's, and each has its total.
        Assert.Equal("66 published figures, 62 matched, 4 differ", second.Output[^1]);
        Assert.DoesNotContain(second.Output, line => line.Contains("registered"));
    }

    [LinuxFact]
    public async Task A_folder_that_has_changed_is_loaded_again()
    {
        await using (var first = Runner.Start("--nest", nest.Path, "--data", data.Path, "--check"))
            Assert.Equal(0, await first.EndAsync());

        nest.Replace("observations.csv", "2021,tenure=owner,,138300,", "2021,tenure=owner,,138200,");
        await using var second = Runner.Start("--nest", nest.Path, "--data", data.Path, "--check");
        Assert.Equal(0, await second.EndAsync());
        Assert.Contains(second.Output, line => line.Contains("51 initiatives registered"));
        Assert.Contains(second.Table, row => row.Contains("223900"));
    }

    [LinuxFact]
    public async Task A_load_that_was_cut_off_is_begun_again()
    {
        await using (var first = Runner.Start("--nest", nest.Path, "--data", data.Path))
        {
            await first.LineAsync("initiatives registered");
            first.Kill();
            await first.EndAsync();
        }

        await using var second = Runner.Start("--nest", nest.Path, "--data", data.Path, "--check");
        Assert.Equal(0, await second.EndAsync());
        Assert.Equal("66 published figures, 66 matched, 0 differ", second.Output[^1]);
    }

    [Fact]
    public async Task A_data_folder_is_used_by_one_run_at_a_time()
    {
        await using var first = Runner.Start("--nest", nest.Path, "--data", data.Path);
        await first.UpAsync();
        await using var second = Runner.Start("--nest", nest.Path, "--data", data.Path);

        Assert.Equal(1, await second.EndAsync());
        Assert.Equal($"{data.Path} is in use by another run. End that one first, or name another folder with --data.", Assert.Single(second.Errors));
    }

    [Fact]
    public async Task The_functions_of_the_folder_are_held_as_it_says()
    {
        await using var runner = Runner.Start("--nest", nest.Path, "--data", data.Path);
        using var gateway = new NestConnection(await runner.UpAsync());

        var lethbridge = await gateway.Charter.GetFunctionMapAsync(new() { Initiative = "ca.ab.lethbridge" });
        var measurement = lethbridge.Functions.Single(state => state.Function == Function.EstablishSharedMeasurement);
        Assert.Equal((FunctionState.Types.State.Held, "ca.ab"), (measurement.State, measurement.Writer));
        var vision = lethbridge.Functions.Single(state => state.Function == Function.GuideVisionAndStrategy);
        Assert.Equal((FunctionState.Types.State.Shared, "ca.ab.lethbridge", "2028-12-31"), (vision.State, vision.Writer, vision.Until));
        var policy = lethbridge.Functions.Single(state => state.Function == Function.AdvancePolicy);
        Assert.Equal(FunctionState.Types.State.Gap, policy.State);
    }
}
