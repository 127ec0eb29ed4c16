using CollectiveImpact.Backbone.Tests.Network;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Measurement;

/// <summary>What would come of an import is said before it is made.</summary>
public sealed class ImportCheckTests : IAsyncLifetime
{
    private const string Hamilton = "ca.on.hamilton";
    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync();
        await _nest.Local.Say(Hamilton, "2021", Figure("5"));
        await _nest.Local.Say(Hamilton, "2022", Figure("6"));
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task every_item_s_fault_and_change_is_told_and_nothing_is_stored()
    {
        var head = _nest.Local.Log.Head;
        var answer = await CheckAsync(
            Report(Hamilton, "2021", Figure("7")), Report(Hamilton, "2022", Figure("6")), Report(Hamilton, "2023", Figure("8")),
            Report(Hamilton, "2024", Figure("nine")), Report("ca.on.nowhere", "2024", Figure("1")));
        Assert.Equal((5, 2), (answer.Items, answer.Changed));
        Assert.Equal([(0, "5"), (2, "")], answer.Changes.Select(change => (change.Item, string.Join(' ', change.Before.Select(each => each.Value)))));
        Assert.Equal([(3, "report.observations[0].value"), (4, "report.initiative")], answer.Faults.Select(fault => (fault.Item, fault.Field)));
        Assert.All(answer.Faults, fault => Assert.NotEmpty(fault.Message));
        Assert.Equal(head, _nest.Local.Log.Head);
        Assert.Equal(["5", "6"], (await _nest.Local.Series(Hamilton)).Points.Select(point => point.Value));
    }

    [Fact]
    public async Task what_is_sent_twice_in_one_import_changes_what_its_first_would_leave()
    {
        var answer = await CheckAsync(Report(Hamilton, "2023", Figure("7")), Report(Hamilton, "2023", Figure("8")));
        Assert.Equal([(0, ""), (1, "7")], answer.Changes.Select(change => (change.Item, string.Join(' ', change.Before.Select(each => each.Value)))));
    }

    private async Task<ImportResponse> CheckAsync(params ReportRequest[] reports)
    {
        using var import = _nest.Local.Measurement.Import();
        for (var i = 0; i < reports.Length; i++)
            await import.RequestStream.WriteAsync(new ImportRequest { Initiative = Hamilton, Report = reports[i], CheckOnly = i == 0 });
        await import.RequestStream.CompleteAsync();
        return await import;
    }
}
