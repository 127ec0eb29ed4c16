using CollectiveImpact.Backbone.Tests.Network;
using FsCheck;
using FsCheck.Fluent;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Measurement;

/// <summary>Totals are kept up to date by differences; whatever was done, they equal what adding everything up anew gives.</summary>
public sealed class DifferenceTests : IAsyncLifetime
{
    private static readonly string[] Places = ["ca.on.hamilton", "ca.on.toronto", "ca.ottawa-gatineau"];
    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync();

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public void totals_equal_the_sum_of_their_contributions_whatever_was_done()
    {
        var step = Gen.OneOf(
            from place in Gen.Elements(Places) from year in Gen.Elements("2020", "2021") from tenths in Gen.Choose(-50, 5000) select (Func<Task>)(() => Say(place, year, tenths)),
            from place in Gen.Elements(Places) from year in Gen.Elements("2020", "2021") select (Func<Task>)(() => Withdraw(place, year)),
            from place in Gen.Elements(Places) from parent in Gen.Elements("ca.on", "ca.qc", "ca") from end in Gen.Elements("", "2020-12-31") select (Func<Task>)(() => Align(place, parent, end)),
            from place in Gen.Elements(Places) from parent in Gen.Elements("ca.on", "ca.qc", "ca") select (Func<Task>)(() => Unalign(place, parent)));
        var steps = Gen.ListOf(step, 12).ToArbitrary();
        Prop.ForAll(steps, list => Run(list).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(15));
    }

    private async Task<bool> Run(IEnumerable<Func<Task>> steps)
    {
        foreach (var step in steps)
        {
            try
            {
                await step();
            }
            catch (RpcException exception) when (exception.StatusCode is StatusCode.InvalidArgument or StatusCode.NotFound)
            {
                // Refused: nothing of it stands.
            }
        }

        // A last word that travels the same way as all before it: when it has come, they have.
        var last = Guid.NewGuid().ToString("N");
        await _nest.Local.Register($"last-{last}", Level.Local, "ca.on");
        await Until(async () => await _nest.National.Nest.GetInitiativeAsync(new GetInitiativeRequest { Initiative = $"last-{last}" }), _ => true);
        foreach (var (node, initiative) in new[] { (_nest.National, "ca"), (_nest.National, "ca.on"), (_nest.Provincial, "ca.on"), (_nest.Provincial, "ca.qc") })
        {
            foreach (var year in new[] { "2020", "2021" })
            {
                var explained = await node.Explain(initiative, year);
                Assert.Equal(explained.Sum, explained.Figure.Value);
                Assert.Equal(explained.Contributions.Count, explained.Figure.Contributions);
            }
        }

        return true;
    }

    private async Task Say(string place, string year, int tenths)
    {
        var value = (tenths / 10m).ToString(System.Globalization.CultureInfo.InvariantCulture);
        try
        {
            await _nest.Local.Say(place, year, Figure(value, "tenure=owner"), Figure("1", "tenure=renter"));
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.InvalidArgument)
        {
            await _nest.Local.Say(place, year, Figure(value, "", "ca.on"), Figure("2", "", "ca.qc"));
        }
    }

    private async Task Withdraw(string place, string year) =>
        await _nest.Local.Measurement.ReportAsync(new ReportRequest { Initiative = place, Indicator = TestNest.Indicator, Period = year, Withdraw = true });

    private async Task Align(string place, string parent, string until) =>
        await _nest.Local.Nest.AlignAsync(new AlignRequest { Initiative = place, Alignment = new Alignment { Parent = parent, Until = until } });

    private async Task Unalign(string place, string parent) =>
        await _nest.Local.Nest.WithdrawAlignmentAsync(new WithdrawAlignmentRequest { Initiative = place, Parent = parent });
}
