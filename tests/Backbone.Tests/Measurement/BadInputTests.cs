using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Measurement;

/// <summary>What is malformed is refused by name, and nothing of it is stored.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private const string Hamilton = "ca.on.hamilton";
    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync();

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    public static TheoryData<string, ReportRequest, StatusCode> Reports => new()
    {
        { "initiative", Report("", "2021", Figure("1")), StatusCode.InvalidArgument },
        { "initiative", Report("Hamilton!", "2021", Figure("1")), StatusCode.InvalidArgument },
        { "initiative", Report("ca.on.nowhere", "2021", Figure("1")), StatusCode.NotFound },
        { "indicator", new ReportRequest(Report(Hamilton, "2021", Figure("1"))) { Indicator = "unheard-of" }, StatusCode.NotFound },
        { "indicator", new ReportRequest(Report(Hamilton, "2021", Figure("1"))) { Indicator = "ca/Need" }, StatusCode.InvalidArgument },
        { "period", Report(Hamilton, "last year", Figure("1")), StatusCode.InvalidArgument },
        { "period", Report(Hamilton, "2021-07", Figure("1")), StatusCode.InvalidArgument },
        { "observations", Report(Hamilton, "2021"), StatusCode.InvalidArgument },
        { "observations[1].value", Report(Hamilton, "2021", Figure("1", "a=1"), Figure("many", "a=2")), StatusCode.InvalidArgument },
        { "observations[0].part_of", Report(Hamilton, "2021", Figure("1", "", "ca.qc")), StatusCode.InvalidArgument },
        { "observations[0].part_of", Report("ca.ottawa-gatineau", "2021", Figure("1")), StatusCode.InvalidArgument },
        { "withdraw", new ReportRequest(Report(Hamilton, "2021", Figure("1"))) { Withdraw = true }, StatusCode.InvalidArgument },
        { "reporter", new ReportRequest(Report(Hamilton, "2021", Figure("1"))) { Reporter = "A B" }, StatusCode.InvalidArgument },
        { "by", new ReportRequest(Report(Hamilton, "2021", Figure("1"))) { By = "ca.on" }, StatusCode.FailedPrecondition },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task a_faulty_report_is_refused_by_field(string field, ReportRequest request, StatusCode status)
    {
        var head = _nest.Local.Log.Head;
        var (code, fault) = await Refusal(async () => await _nest.Local.Measurement.ReportAsync(request));
        Assert.Equal((status, field), (code, fault.Field));
        Assert.NotEmpty(fault.Message);
        Assert.Equal(head, _nest.Local.Log.Head);
    }

    [Fact]
    public async Task a_period_outside_every_alignment_is_refused()
    {
        await _nest.Local.Nest.AlignAsync(new AlignRequest { Initiative = Hamilton, Alignment = new Alignment { Parent = "ca.on", From = "2021-01-01" } });
        var (code, fault) = await Refusal(() => _nest.Local.Say(Hamilton, "2020", Figure("1")));
        Assert.Equal((StatusCode.InvalidArgument, "period"), (code, fault.Field));
    }

    [Fact]
    public async Task an_import_with_one_faulty_item_stores_none()
    {
        using var import = _nest.Local.Measurement.Import();
        foreach (var value in new[] { "1", "2", "three" })
            await import.RequestStream.WriteAsync(new ImportRequest { Report = new ReportRequest(Report(Hamilton, "2021", Figure(value))) { Reporter = $"p{value}" } });
        await import.RequestStream.CompleteAsync();
        var (code, fault) = await Refusal(async () => await import);
        Assert.Equal((StatusCode.InvalidArgument, "items[2].report.observations[0].value"), (code, fault.Field));
        Assert.Empty((await _nest.Local.Series(Hamilton)).Points);
    }

    [Fact]
    public async Task an_import_that_breaks_off_leaves_nothing()
    {
        var head = _nest.Local.Log.Head;
        using (var import = _nest.Local.Measurement.Import())
        {
            await import.RequestStream.WriteAsync(new ImportRequest { Report = Report(Hamilton, "2021", Figure("1")) });
        }

        await _nest.Local.Say(Hamilton, "2019", Figure("5"));
        Assert.Equal(head + 1, _nest.Local.Log.Head);
        Assert.Equal("", await _nest.Local.Value(Hamilton, "2021"));
    }

    [Fact]
    public async Task a_message_over_the_size_limit_is_refused()
    {
        var request = Report(Hamilton, "2021", Figure("1"));
        request.By = new string('x', 5_000_000);
        Assert.Equal(StatusCode.ResourceExhausted, (await Refusal(async () => await _nest.Local.Measurement.ReportAsync(request))).Code);
    }

    [Fact]
    public async Task an_indicator_with_figures_keeps_its_meaning()
    {
        await _nest.Local.Say(Hamilton, "2021", Figure("1"));
        await Until(() => _nest.National.Value("ca", "2021"), value => value == "1");
        var (code, fault) = await Refusal(() => _nest.National.Define("ca", TestNest.Indicator, Indicator.Types.Kind.Ratio));
        Assert.Equal((StatusCode.FailedPrecondition, "indicator.kind"), (code, fault.Field));
        Assert.Equal(2, (await _nest.National.Measurement.DefineIndicatorAsync(new DefineIndicatorRequest
        {
            Initiative = "ca",
            Indicator = new Indicator
            {
                Indicator_ = TestNest.Indicator,
                Name = new Text { Fr = "Besoins" },
                Kind = Indicator.Types.Kind.Count,
                PeriodKind = Indicator.Types.PeriodKind.Year,
            },
        })).Revision);
    }

    [Fact]
    public async Task a_faulty_label_is_refused_by_field()
    {
        var (code, fault) = await Refusal(async () => await _nest.National.Measurement.DefineIndicatorAsync(new DefineIndicatorRequest
        {
            Initiative = "ca",
            Indicator = new Indicator
            {
                Indicator_ = "homes",
                Name = new Text { En = "Homes" },
                Kind = Indicator.Types.Kind.Count,
                PeriodKind = Indicator.Types.PeriodKind.Year,
                Labels = { new CellLabel { Of = "tenure=", Name = new Text { En = "Tenure" } } },
            },
        }));
        Assert.Equal((StatusCode.InvalidArgument, "indicator.labels[0].of"), (code, fault.Field));
    }

    [Fact]
    public async Task a_value_that_does_not_roll_up_is_refused_with_its_unit()
    {
        await _nest.National.Define("ca", "income", Indicator.Types.Kind.Value);
        var (code, fault) = await Refusal(() => _nest.National.Series("ca", indicator: "income"));
        Assert.Equal((StatusCode.FailedPrecondition, "indicator"), (code, fault.Field));
        Assert.StartsWith("income is a value (households): ", fault.Message);
    }

    [Fact]
    public async Task values_of_two_reporters_do_not_add()
    {
        await _nest.National.Define("ca", "income", Indicator.Types.Kind.Value);
        await _nest.Local.Measurement.ReportAsync(new ReportRequest(Report(Hamilton, "2021", Figure("1"))) { Indicator = "income" });
        var (code, fault) = await Refusal(async () => await _nest.Local.Measurement.ReportAsync(
            new ReportRequest(Report(Hamilton, "2021", Figure("2"))) { Indicator = "income", Reporter = "other" }));
        Assert.Equal((StatusCode.FailedPrecondition, "reporter"), (code, fault.Field));
    }
}
