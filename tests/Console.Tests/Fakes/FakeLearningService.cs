using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Fakes;

/// <summary>A curve that has turned, for households in Canada; a story behind it and one of Hamilton's; a crosswalk.</summary>
internal sealed class FakeLearningService(FakeNest nest) : V1.Learning.LearningBase
{
    public override Task<Curve> GetCurve(GetCurveRequest request, ServerCallContext context)
    {
        nest.Answering("GetCurve");
        var curve = new Curve
        {
            Initiative = request.Initiative,
            Indicator = nest.Indicators.Find(indicator => $"{indicator.Initiative}/{indicator.Indicator_}" == request.Indicator),
            Points = { nest.Points.GetValueOrDefault((request.Initiative, request.Indicator, "")) ?? [] },
        };
        if (request is not { Initiative: "ca", Indicator: SampleNest.Households })
        {
            curve.NoForecast = "4 figures are needed, and there are 2";
            return Task.FromResult(curve);
        }
        curve.Baseline = "2018";
        curve.Targets.Add(new TargetPoint { Period = "2021", Value = "1500000", Actual = "1424300", State = TargetPoint.Types.State.Reached });
        curve.Targets.Add(new TargetPoint { Period = "2026", Value = "1000000", State = TargetPoint.Types.State.Open });
        curve.Forecast = new Forecast
        {
            Points = 4,
            RangePercent = 80,
            Ahead = { new ForecastPoint { Period = "2022", Value = "1372066.666667", Low = "1300000.5", High = "1450000.4" } },
        };
        curve.Turn = new Turn
        {
            State = Turn.Types.State.Better, Period = "2021", Actual = "1424300",
            Expected = new ForecastPoint { Period = "2021", Value = "1600000", Low = "1550000", High = "1650000" },
        };
        return Task.FromResult(curve);
    }

    public override Task<FigureChange> GetFigureChange(GetFigureChangeRequest request, ServerCallContext context)
    {
        nest.Answering("GetFigureChange");
        if (request is not { Initiative: "ca", Indicator: SampleNest.Households })
            throw new RpcException(new Status(StatusCode.FailedPrecondition, "nothing is reported"));
        return Task.FromResult(new FigureChange
        {
            From = new SeriesPoint { Period = request.From },
            To = new SeriesPoint { Period = request.To },
            Total = new FigureChange.Types.Part { Value = "-156700" },
            Parts =
            {
                new FigureChange.Types.Part { Child = "ca.on", Value = "-160000", Coverage = FigureChange.Types.Coverage.Both },
                new FigureChange.Types.Part { Child = "ca.qc", Value = "3300", Coverage = FigureChange.Types.Coverage.New },
            },
        });
    }

    public override Task<ListCurveStoriesResponse> ListCurveStories(ListCurveStoriesRequest request, ServerCallContext context)
    {
        nest.Answering("ListCurveStories");
        CurveStory[] all =
        [
            new()
            {
                Initiative = "ca", Story = "turn", Indicator = SampleNest.Households, Day = "2026-10-01", Actions = { "ca/fund" },
                Behind = new Text { En = "Rents <rose>.", Fr = "Les loyers ont monté." }, Sharing = Sharing.Shared,
            },
            new()
            {
                Initiative = "ca.on.hamilton", Story = "move-ins", Indicator = SampleNest.Households, Day = "2026-09-01",
                Behind = new Text { En = "Winter." }, WhatWorks = new Text { En = "A rent bank", Fr = "Une banque de loyers" }, Sharing = Sharing.Shared,
            },
        ];
        return Task.FromResult(new ListCurveStoriesResponse
        {
            Stories =
            {
                all.Where(story => request.Initiative == "ca"
                    && (request.Indicator.Length == 0 || story.Indicator == request.Indicator) && (!request.WhatWorks || story.WhatWorks is not null)),
            },
        });
    }

    public override Task<ListCrosswalksResponse> ListCrosswalks(ListCrosswalksRequest request, ServerCallContext context) => Task.FromResult(
        request.Initiative != "ca" ? new ListCrosswalksResponse() : new ListCrosswalksResponse
        {
            Crosswalks =
            {
                new Crosswalk
                {
                    Initiative = "ca.on.hamilton", Crosswalk_ = "list", Local = "ca.on.hamilton/on-the-list", Core = SampleNest.Households,
                    Comparability = Crosswalk.Types.Comparability.Nearly, Differences = new Text { En = "Only who asked <for help>" },
                    CoreFigure = new SeriesPoint { Period = "2021", Value = "33100" },
                },
            },
        });
}
