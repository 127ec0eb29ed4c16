using CollectiveImpact.Backbone.Tests.Network;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Backbone.Tests.Logging;

/// <summary>What a service's log says of calls, with the levels that it is delivered with.</summary>
public sealed class LoggedCallTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nest-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task a_refused_call_is_one_line_and_nothing_that_was_sent_is_in_any()
    {
        using var logs = new RecordedLogs();
        await using (var node = await TestNode.StartAsync(_folder, Level.National, Delivered(), logs: logs))
        {
            await node.Register("ca", Level.National);
            await node.Define("ca", TestNest.Indicator);
            await node.Say("ca", "2021", Words.Figure("867530901"));
            await Words.Refusal(() => node.Say("ca", "2021", Words.Figure("MARY SMITH")));
        }

        var line = Assert.Single(logs.Lines, each => each.Text.Contains("refused"));
        Assert.Equal((100, LogLevel.Information), (line.Event, line.Level));
        Assert.Equal(
            "/collectiveimpact.v1.SharedMeasurement/Report was refused: InvalidArgument, field `observations[0].value`", line.Text.Trim());
        Assert.DoesNotContain(logs.Lines, each => each.Text.Contains("867530901") || each.Text.Contains("MARY"));
    }

    /// <summary>The levels of the settings that lie beside the services.</summary>
    private static KeyValuePair<string, string?>[] Delivered()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CollectiveImpact.sln"))) folder = Path.GetDirectoryName(folder)!;
        var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(folder, "services", "National", "appsettings.json")).Build();
        return [.. settings.AsEnumerable().Where(each => each.Value is not null)];
    }
}
