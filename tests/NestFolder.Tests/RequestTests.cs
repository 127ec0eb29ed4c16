using CollectiveImpact.NestFolder.Requests;
using CollectiveImpact.V1;

namespace CollectiveImpact.NestFolder.Tests;

public sealed class RequestTests : IDisposable
{
    private readonly FolderOnDisk folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Initiatives_are_registered_from_the_top_down_with_their_alignments()
    {
        var levels = new FolderRequests(folder.Read()).Registrations().ToArray();

        Assert.Equal([Level.National, Level.Provincial, Level.Local], levels.Select(level => level.Select(request => request.Level).Distinct().Single()));
        Assert.Equal(["ca.on", "ca.qc"], levels[2][1].Alignments.Select(alignment => alignment.Parent));
    }

    [Fact]
    public void Everyone_holds_its_own_measurement_and_nothing_else_is_declared()
    {
        var requests = new FolderRequests(folder.Read());

        Assert.All(requests.Registrations().SelectMany(level => level), request => Assert.Equal([Function.EstablishSharedMeasurement], request.Holds));
        Assert.Empty(requests.Declarations());
    }

    [Fact]
    public void What_an_initiative_holds_itself_is_registered_and_what_others_hold_is_declared()
    {
        folder.Write("functions.csv", """
            initiative,function,holders,until
            ca.on.toronto,establish-shared-measurement,ca.on,
            ca.on.toronto,advance-policy,ca.on.toronto,
            ca.on.toronto,build-public-will,ca.on.toronto;ca.on,2028-12-31

            """);
        var requests = new FolderRequests(folder.Read());

        var toronto = requests.Registrations().SelectMany(level => level).Single(request => request.Initiative == "ca.on.toronto");
        Assert.Equal([Function.AdvancePolicy], toronto.Holds);
        var declarations = requests.Declarations().ToArray();
        Assert.Equal(["ca.on", "ca.on.toronto"], declarations.Select(declaration => declaration.Writer));
        Assert.Equal("2028-12-31", declarations[1].Until);
        Assert.Equal(["ca.on"], FolderRequests.Responses(declarations[1]).Select(response => response.Responder));
    }

    [Fact]
    public void Indicators_are_defined_at_the_top()
    {
        var definitions = new FolderRequests(folder.Read()).Definitions().ToArray();

        Assert.All(definitions, definition => Assert.Equal("ca", definition.Initiative));
        Assert.Equal(["need", "poverty", "wage", "rent"], definitions.Select(definition => definition.Indicator.Indicator_));
        Assert.Equal([false, false, true, true], definitions.Select(definition => definition.Indicator.CellsOverlap));
    }

    [Fact]
    public void Several_tops_define_the_indicators_each_for_itself()
    {
        folder.Append("initiatives.csv", "fr,national,France,,");

        Assert.Equal(["ca", "fr"], new FolderRequests(folder.Read()).Definitions().Select(definition => definition.Initiative).Distinct());
    }

    [Fact]
    public void A_report_holds_all_cells_and_parts_of_a_period()
    {
        var reports = new FolderRequests(folder.Read()).Imports().Select(item => item.Report).OfType<ReportRequest>().ToArray();

        Assert.Equal(5, reports.Length);
        Assert.Equal([("tenure=owner", "100.5"), ("tenure=renter", "200")], reports[0].Observations.Select(each => (each.Cell, each.Value)));
        Assert.Equal([("ca.on", "30"), ("ca.qc", "12")], reports[1].Observations.Select(each => (each.PartOf, each.Value)));
    }

    [Fact]
    public void What_is_not_reported_is_left_out_and_a_report_of_nothing_is_withdrawn()
    {
        folder.Replace("observations.csv", ",100.5,", ",,");
        folder.Replace("observations.csv", ",1500,", ",,");

        var reports = new FolderRequests(folder.Read()).Imports().Select(item => item.Report).OfType<ReportRequest>().ToArray();
        Assert.Equal(["tenure=renter"], reports[0].Observations.Select(each => each.Cell));
        Assert.False(reports[0].Withdraw);
        Assert.True(reports[^1].Withdraw);
        Assert.Empty(reports[^1].Observations);
    }

    [Fact]
    public void Published_figures_come_after_the_reports()
    {
        var last = new FolderRequests(folder.Read()).Imports().Last().Published;

        Assert.Equal(("ca.on", "10", "40", "1", "2"), (last.Initiative, last.Value, last.Denominator, last.Tolerance, last.DenominatorTolerance));
    }

    [Fact]
    public void A_roll_up_counts_each_part_once_and_adds_totals_from_cells()
    {
        folder.Append("published.csv", "ca.on,need,2021,,1,,,");
        folder.Append("published.csv", "ca.qc,need,2021,,1,,,");
        folder.Append("published.csv", "ca.ottawa-gatineau,need,2021,,1,,,");

        var expected = Expectations.Of(folder.Read()).Where(figure => figure.Published.Indicator == "need")
            .ToDictionary(figure => figure.Published.Initiative, figure => (figure.Contributions, figure.Value.ToString()));
        Assert.Equal((3, "342.5"), expected["ca"]);
        Assert.Equal((2, "330.5"), expected["ca.on"]);
        Assert.Equal((1, "12"), expected["ca.qc"]);
        Assert.Equal((2, "42"), expected["ca.ottawa-gatineau"]);
    }

    [Fact]
    public void The_built_in_nest_matches_what_Statistics_Canada_publishes()
    {
        var reading = Folder.Read(Path.Combine(AppContext.BaseDirectory, "ca-core-housing-need"));

        Assert.Empty(reading.Faults);
        var expected = Expectations.Of(reading.Folder!);
        Assert.Equal(66, expected.Count);
        Assert.All(expected, figure => Assert.True((figure.Value - figure.Published.Value).Abs() <= figure.Published.Tolerance));
    }

    [Fact]
    public void The_built_in_nest_says_everything_in_both_languages()
    {
        var folder = Folder.Read(Path.Combine(AppContext.BaseDirectory, "ca-core-housing-need")).Folder!;

        var indicator = Assert.Single(new FolderRequests(folder).Definitions()).Indicator;
        Assert.Equal(["tenure", "tenure=owner", "tenure=renter"], indicator.Labels.Select(label => label.Of));
        Assert.All(
            indicator.Labels.Select(label => label.Name).Append(indicator.Name).Append(indicator.Unit),
            text => Assert.True(text.En.Length > 0 && text.Fr.Length > 0));
    }
}
