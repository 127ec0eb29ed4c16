using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Measurement;

/// <summary>What is reported and published of an initiative, listed as it stands.</summary>
public sealed class ReportListTests : IAsyncLifetime
{
    private const string Hamilton = "ca.on.hamilton", Toronto = "ca.on.toronto", Ottawa = "ca.ottawa-gatineau";
    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync();

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task each_reporters_report_is_listed_as_it_stands()
    {
        await _nest.Local.Say(Hamilton, "2020", Figure("1"));
        await _nest.Local.Say(Hamilton, "2021", Figure("10.50", "tenure=owner"), Figure("5", "tenure=renter"));
        await _nest.Local.Measurement.ReportAsync(new ReportRequest(Report(Hamilton, "2021", Figure("3"))) { Reporter = "shelter" });
        await _nest.Local.Say(Toronto, "2021", Figure("7"));

        var listed = (await List(_nest.Local, Hamilton)).Reports;

        Assert.Equal(
            [("2020", Hamilton), ("2021", Hamilton), ("2021", "shelter")],
            listed.Select(report => (report.Period, report.Reporter)));
        Assert.All(listed, report => Assert.Equal((Hamilton, $"ca/{TestNest.Indicator}", 1), (report.Initiative, report.Indicator, report.Revision)));
        Assert.Equal([("tenure=owner", "10.5"), ("tenure=renter", "5")], listed[1].Observations.Select(each => (each.Cell, each.Value)));
        Assert.All(listed, report => Assert.Equal(_nest.Local.Log.Node.Fingerprint, report.Node));
    }

    [Fact]
    public async Task a_node_above_lists_what_it_received_and_one_beside_names_where_to_ask()
    {
        await _nest.Local.Say(Ottawa, "2021", Figure("28400", "", "ca.on"), Figure("6400", "", "ca.qc"));

        var report = Assert.Single((await Until(() => List(_nest.National, Ottawa), list => list.Reports.Count == 1)).Reports);
        Assert.Equal([("ca.on", "28400"), ("ca.qc", "6400")], report.Observations.Select(each => (each.PartOf, each.Value)));
        var (code, fault) = await Refusal(() => List(_nest.Local, "ca"));
        Assert.Equal((StatusCode.FailedPrecondition, "initiative"), (code, fault.Field));
    }

    [Fact]
    public async Task a_withdrawn_report_is_not_listed_and_fills_no_page()
    {
        foreach (var year in new[] { "2016", "2017", "2018", "2019", "2020", "2021" })
            await _nest.Local.Say(Hamilton, year, Figure("1"));
        foreach (var year in new[] { "2017", "2018", "2019" })
            await _nest.Local.Measurement.ReportAsync(new ReportRequest { Initiative = Hamilton, Indicator = TestNest.Indicator, Period = year, Withdraw = true });

        var first = await List(_nest.Local, Hamilton, size: 2);
        var second = await List(_nest.Local, Hamilton, size: 2, first.NextPageToken);

        Assert.Equal(["2016", "2020"], first.Reports.Select(report => report.Period));
        Assert.Equal(["2021"], second.Reports.Select(report => report.Period));
        Assert.Equal("", second.NextPageToken);
    }

    [Fact]
    public async Task pages_of_large_reports_stay_small_and_lose_none()
    {
        var cells = Enumerable.Range(0, 1000).Select(i => Figure("123456789012345678.123456789", $"place={i:0000}{new string('x', 180)}")).ToArray();
        await _nest.National.Define("ca", "wide", cellsOverlap: true);
        string[] years = [.. Enumerable.Range(2010, 9).Select(year => $"{year}")];
        foreach (var year in years)
            await Until(async () => await _nest.Local.Measurement.ReportAsync(new ReportRequest(Report(Hamilton, year, cells)) { Indicator = "wide" }), _ => true);

        List<string> listed = [];
        var (token, pages) = ("", 0);
        do
        {
            var page = await List(_nest.Local, Hamilton, size: 1000, token);
            Assert.True(page.CalculateSize() < 2 << 20);
            listed.AddRange(page.Reports.Select(report => report.Period));
            (token, pages) = (page.NextPageToken, pages + 1);
        }
        while (token.Length > 0);

        Assert.Equal(years, listed);
        Assert.True(pages > 1);
    }

    [Fact]
    public async Task one_indicators_reports_are_listed_alone()
    {
        await _nest.National.Define("ca", "needy");
        await _nest.Local.Say(Hamilton, "2021", Figure("1"));
        await Until(async () => await _nest.Local.Measurement.ReportAsync(new ReportRequest(Report(Hamilton, "2021", Figure("2"))) { Indicator = "needy" }), _ => true);

        var asked = new ListReportsRequest { Initiative = Hamilton, Indicator = TestNest.Indicator };

        Assert.Equal("1", Assert.Single((await _nest.Local.Measurement.ListReportsAsync(asked)).Reports).Observations[0].Value);
        Assert.Equal(2, (await List(_nest.Local, Hamilton)).Reports.Count);
    }

    [Fact]
    public async Task what_is_listed_can_be_reported_again_and_changes_nothing()
    {
        await _nest.Local.Say(Ottawa, "2021", Figure("28400", "", "ca.on"), Figure("6400", "tenure=owner", "ca.qc"));
        var listed = Assert.Single((await List(_nest.Local, Ottawa)).Reports);

        var again = await _nest.Local.Measurement.ReportAsync(new ReportRequest
        {
            Initiative = listed.Initiative,
            Indicator = listed.Indicator,
            Period = listed.Period,
            Reporter = listed.Reporter,
            Observations = { listed.Observations },
        });

        Assert.False(again.Changed);
    }

    [Fact]
    public async Task published_figures_are_listed_by_cell_whether_or_not_there_is_a_roll_up()
    {
        using var import = _nest.National.Measurement.Import();
        foreach (var (period, cell) in new[] { ("2021", ""), ("2021", "tenure=owner"), ("2020", "") })
        {
            await import.RequestStream.WriteAsync(new ImportRequest
            {
                Published = new PublishedFigure { Initiative = "ca", Indicator = TestNest.Indicator, Period = period, Cell = cell, Value = "9", Tolerance = "1", Source = "table 1" },
            });
        }
        await import.RequestStream.CompleteAsync();
        await import;

        var first = await _nest.National.Measurement.ListPublishedAsync(new ListPublishedRequest { Initiative = "ca", PageSize = 2 });
        var second = await _nest.National.Measurement.ListPublishedAsync(
            new ListPublishedRequest { Initiative = "ca", PageSize = 2, PageToken = first.NextPageToken });

        Assert.Equal(
            [("2020", ""), ("2021", ""), ("2021", "tenure=owner")],
            first.Figures.Concat(second.Figures).Select(figure => (figure.Period, figure.Cell)));
        Assert.All(first.Figures, figure => Assert.Equal(($"ca/{TestNest.Indicator}", "9", "1", "table 1"), (figure.Indicator, figure.Value, figure.Tolerance, figure.Source)));
        Assert.Equal("", second.NextPageToken);
    }

    [Theory]
    [InlineData("Hamilton", "", 0, StatusCode.InvalidArgument, "initiative")]
    [InlineData("ca.on.london", "", 0, StatusCode.NotFound, "initiative")]
    [InlineData(Hamilton, "homes", 0, StatusCode.NotFound, "indicator")]
    [InlineData(Hamilton, "", 1001, StatusCode.InvalidArgument, "page_size")]
    public async Task a_field_at_fault_is_named(string initiative, string indicator, int size, StatusCode code, string field)
    {
        var reports = await Refusal(async () => await _nest.Local.Measurement.ListReportsAsync(new ListReportsRequest { Initiative = initiative, Indicator = indicator, PageSize = size }));
        var published = await Refusal(async () => await _nest.Local.Measurement.ListPublishedAsync(new ListPublishedRequest { Initiative = initiative, Indicator = indicator, PageSize = size }));

        Assert.Equal((code, field), (reports.Code, reports.Fault.Field));
        Assert.Equal((code, field), (published.Code, published.Fault.Field));
    }

    private static async Task<ListReportsResponse> List(TestNode node, string initiative, int size = 0, string token = "") =>
        await node.Measurement.ListReportsAsync(new ListReportsRequest { Initiative = initiative, PageSize = size, PageToken = token });
}
