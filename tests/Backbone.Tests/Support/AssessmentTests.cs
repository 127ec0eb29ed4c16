using CollectiveImpact.Backbone.Tests.Activities;
using CollectiveImpact.Backbone.Tests.Communication;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using static CollectiveImpact.Backbone.Tests.Support.Supporting;
using Change = CollectiveImpact.V1.AssessmentTrend.Types.Change;

namespace CollectiveImpact.Backbone.Tests.Support;

/// <summary>How a backbone judges itself, and how that goes over time.</summary>
public sealed class AssessmentTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync(stores);

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task there_are_27_indicators_in_both_languages_four_or_five_a_function()
    {
        var all = (await _nest.Local.Support.ListEffectivenessIndicatorsAsync(new ListEffectivenessIndicatorsRequest())).Indicators;
        var policy = (await _nest.Local.Support.ListEffectivenessIndicatorsAsync(new ListEffectivenessIndicatorsRequest { Function = Function.AdvancePolicy })).Indicators;

        Assert.Equal(27, all.Select(indicator => indicator.Indicator).Distinct().Count());
        Assert.Equal(6, all.GroupBy(indicator => indicator.Function).Count(group => group.Count() is 4 or 5));
        Assert.All(all, indicator => Assert.True(indicator.Name.En.Length > 0 && indicator.Name.Fr.Length > 0 && indicator.Name.En != indicator.Name.Fr));
        Assert.Equal(4, policy.Count);
    }

    [Fact]
    public async Task means_are_of_what_was_answered_alone()
    {
        var saved = await _nest.Local.Save(Hamilton, AnAssessment("spring", "2026-03-01", (SameWords, Extent.Fully), (Plans, Extent.Begun), (OnTime, Extent.None)));

        Assert.Equal(
            [(Function.GuideVisionAndStrategy, 2, 5, 5, "2.5"), (Function.EstablishSharedMeasurement, 1, 5, 0, "0")],
            saved.Functions.Select(mean => (mean.Function, mean.Answered, mean.Indicators, mean.Worth, mean.Mean)));
    }

    [Fact]
    public async Task a_trend_compares_what_both_answered_and_says_what_rose_and_what_fell()
    {
        await _nest.Local.Save(Hamilton, AnAssessment("a-late", "2026-06-01", (SameWords, Extent.Mostly), (Plans, Extent.Begun), (OnTime, Extent.Fully)));
        await _nest.Local.Save(Hamilton, AnAssessment("b-early", "2025-06-01", (SameWords, Extent.Begun), (Plans, Extent.Partly)));
        await _nest.Local.Save(Hamilton, AnAssessment("c-first", "2024-06-01", (SameWords, Extent.Fully)));

        var trend = await _nest.Local.Support.GetAssessmentTrendAsync(new GetAssessmentTrendRequest { Initiative = Hamilton });
        var since = await _nest.Local.Support.GetAssessmentTrendAsync(new GetAssessmentTrendRequest { Initiative = Hamilton, From = "c-first", Most = 2 });

        Assert.Equal(["c-first", "b-early", "a-late"], trend.Assessments.Select(taken => taken.Assessment));
        Assert.Equal(("b-early", "a-late"), (trend.From, trend.To));
        Assert.Equal([(SameWords, Change.Rose, 3), (Plans, Change.Fell, 2), (OnTime, Change.NotCompared, 1)], trend.Indicators.Select(each => (each.Indicator, each.Change, each.Points.Count)));
        var vision = trend.Functions[0];
        Assert.Equal((2, 3, 4, "1.5", "2", Change.Rose), (vision.Compared, vision.FromWorth, vision.ToWorth, vision.FromMean, vision.ToMean, vision.Change));
        Assert.Equal((SameWords, Plans), (Assert.Single(vision.Rose), Assert.Single(vision.Fell)));
        Assert.Equal((0, "", Change.NotCompared), (trend.Functions[1].Compared, trend.Functions[1].ToMean, trend.Functions[1].Change));
        Assert.Equal(["b-early", "a-late"], since.Assessments.Select(taken => taken.Assessment));
        Assert.Equal((1, "4", "3", Change.Fell), (since.Functions[0].Compared, since.Functions[0].FromMean, since.Functions[0].ToMean, since.Functions[0].Change));
    }

    [Fact]
    public async Task a_first_assessment_is_compared_with_nothing()
    {
        Assert.Equal("", (await _nest.Local.Support.GetAssessmentTrendAsync(new GetAssessmentTrendRequest { Initiative = Hamilton })).To);
        await _nest.Local.Save(Hamilton, AnAssessment("spring", "2026-03-01", (SameWords, Extent.Fully)));

        var trend = await _nest.Local.Support.GetAssessmentTrendAsync(new GetAssessmentTrendRequest { Initiative = Hamilton });

        Assert.Equal(("", "spring", Change.NotCompared), (trend.From, trend.To, trend.Functions[0].Change));
        Assert.Equal("from", (await Refusal(async () => await _nest.Local.Support.GetAssessmentTrendAsync(new GetAssessmentTrendRequest { Initiative = Hamilton, From = "nothing" }))).Fault.Field);
    }

    [Fact]
    public async Task a_parent_sees_the_latest_of_each_child_that_is_shared_page_by_page_without_its_evidence()
    {
        foreach (var initiative in new[] { Hamilton, Toronto })
        {
            await _nest.Local.Save(initiative, AnAssessment("a-late", "2026-06-01", (SameWords, Extent.Mostly)));
            await _nest.Local.Save(initiative, new BackboneAssessment(AnAssessment("b-early", "2025-06-01", (SameWords, Extent.Begun))) { Answers = { new BackboneAssessment.Types.Answer { Indicator = Plans, Extent = Extent.None, Evidence = new Text { En = "Minutes of May" } } } });
        }

        await _nest.Local.Save(Toronto, new BackboneAssessment(AnAssessment("c-kept", "2026-07-01", (SameWords, Extent.None))) { Sharing = Sharing.Kept });
        var asked = new ListAssessmentsRequest { Initiative = Ontario, Below = true, Latest = true, PageSize = 1 };

        var first = await Until(() => _nest.Provincial.Support.ListAssessmentsAsync(asked).ResponseAsync, list => list.NextPageToken.Length > 0);
        var second = await Until(
            () => _nest.Provincial.Support.ListAssessmentsAsync(new ListAssessmentsRequest(asked) { PageToken = first.NextPageToken }).ResponseAsync,
            list => list.Assessments is [{ Assessment: "a-late" }]);
        var early = await _nest.Provincial.Support.ListAssessmentsAsync(new ListAssessmentsRequest { Initiative = Ontario, Below = true, Until = "2025-12-31" });

        Assert.Equal((Hamilton, "a-late"), (first.Assessments[0].Initiative, first.Assessments[0].Assessment));
        Assert.Equal((Toronto, ""), (second.Assessments[0].Initiative, second.NextPageToken));
        Assert.Equal(["b-early", "b-early"], early.Assessments.Select(each => each.Assessment));
        Assert.All(early.Assessments, each => Assert.Null(each.Answers[1].Evidence));
        Assert.Equal("Minutes of May", (await _nest.Provincial.Support.GetAssessmentAsync(new GetAssessmentRequest { Initiative = Hamilton, Assessment = "b-early" })).Answers[1].Evidence.En);
        Assert.Equal("c-kept", Assert.Single((await _nest.Local.Support.ListAssessmentsAsync(new ListAssessmentsRequest { Initiative = Toronto, Latest = true })).Assessments).Assessment);
    }

    [Fact]
    public async Task evidence_is_of_what_there_is_and_a_shared_assessment_names_nothing_that_is_kept()
    {
        await _nest.PrepareAsync();
        await _nest.Local.Save(new Activity(Acting.An(Hamilton, "hushed")) { Sharing = Sharing.Kept });
        await _nest.Local.Save(Acting.An(Hamilton, "open"));
        await _nest.Local.Tell(Hamilton, "keys");

        async Task<(string, StatusCode)> Fault(BackboneAssessment.Types.Answer answer) => (await Refusal(() => _nest.Local.Save(Hamilton, With(answer)))) is var (code, fault) ? (fault.Field, code) : default;

        Assert.Equal(("assessment.answers[0].indicator", StatusCode.NotFound), await Fault(new() { Indicator = "nothing", Extent = Extent.None }));
        Assert.Equal(("assessment.answers[0].extent", StatusCode.InvalidArgument), await Fault(new() { Indicator = OnTime }));
        Assert.Equal(("assessment.answers[0].indicators[0]", StatusCode.NotFound), await Fault(new() { Indicator = OnTime, Extent = Extent.None, Indicators = { $"{Canada}/nothing" } }));
        Assert.Equal(("assessment.answers[0].indicators[0]", StatusCode.InvalidArgument), await Fault(new() { Indicator = OnTime, Extent = Extent.None, Indicators = { $"{Toronto}/need" } }));
        Assert.Equal(("assessment.answers[0].activities[0]", StatusCode.NotFound), await Fault(new() { Indicator = OnTime, Extent = Extent.None, Activities = { $"{Hamilton}/nothing" } }));
        Assert.Equal(("assessment.answers[0].activities[0]", StatusCode.InvalidArgument), await Fault(new() { Indicator = OnTime, Extent = Extent.None, Activities = { $"{Hamilton}/hushed" } }));
        Assert.Equal(("assessment.answers[0].stories[0]", StatusCode.NotFound), await Fault(new() { Indicator = OnTime, Extent = Extent.None, Stories = { $"{Hamilton}/nothing" } }));
        Assert.Equal("assessment.day", (await Refusal(() => _nest.Local.Save(Hamilton, AnAssessment("spring", _nest.Day(1), (OnTime, Extent.None))))).Fault.Field);
        Assert.Equal("assessment.answers[1].indicator", (await Refusal(() => _nest.Local.Save(Hamilton, AnAssessment("spring", "2026-03-01", (OnTime, Extent.None), (OnTime, Extent.Fully))))).Fault.Field);
        Assert.Equal("assessment.participants[1].sector", (await Refusal(() => _nest.Local.Save(Hamilton, new BackboneAssessment(AnAssessment("spring", "2026-03-01", (OnTime, Extent.None)))
        {
            Participants = { new BackboneAssessment.Types.Participants { Sector = Sector.Health, Count = 1 } },
        }))).Fault.Field);

        var named = new BackboneAssessment.Types.Answer { Indicator = OnTime, Extent = Extent.Partly, Indicators = { $"{Canada}/need" }, Activities = { $"{Hamilton}/open" }, Stories = { $"{Hamilton}/keys" } };
        Assert.Equal(named, Assert.Single((await _nest.Local.Save(Hamilton, With(named))).Answers));
        var hushed = new BackboneAssessment(With(new() { Indicator = OnTime, Extent = Extent.Partly, Activities = { $"{Hamilton}/hushed" } })) { Assessment = "own", Sharing = Sharing.Kept };
        var kept = await _nest.Local.Save(Hamilton, hushed);
        Assert.Equal("assessment.answers[0].activities[0]", (await Refusal(() => _nest.Local.Save(Hamilton, new BackboneAssessment(kept) { Sharing = Sharing.Shared }))).Fault.Field);
    }

    [Fact]
    public async Task a_new_assessment_is_kept_and_the_second_of_two_changes_is_refused_with_the_revision_that_stands()
    {
        var read = await _nest.Local.Save(Hamilton, new BackboneAssessment(AnAssessment("spring", "2026-03-01", (OnTime, Extent.None))) { Sharing = Sharing.Unspecified });
        Assert.Equal((Sharing.Kept, "0.1"), (read.Sharing, read.Revision));
        await _nest.Local.Save(Hamilton, new BackboneAssessment(read) { Note = new Text { En = "First" } });

        var (code, fault) = await Refusal(() => _nest.Local.Save(Hamilton, new BackboneAssessment(read) { Note = new Text { En = "Second" } }));

        Assert.Equal((StatusCode.Aborted, true), (code, fault.Message.Contains("0.2", StringComparison.Ordinal)));
    }

    private static BackboneAssessment With(BackboneAssessment.Types.Answer answer) => new(AnAssessment("spring", "2026-03-01")) { Answers = { answer } };
}
