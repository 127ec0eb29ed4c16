using CollectiveImpact.Backbone.Tests.Activities;
using CollectiveImpact.Backbone.Tests.Network;
using CollectiveImpact.Backbone.Tests.Resources;

namespace CollectiveImpact.Backbone.Tests.Support;

/// <summary>What tests say of backbones and their support, in the nest of <see cref="TestNest"/>.</summary>
internal static class Supporting
{
    public const string Canada = Acting.Canada, Ontario = Acting.Ontario, Hamilton = Acting.Hamilton, Toronto = Acting.Toronto;

    /// <summary>Indicators that tests answer: two of one function, and one of another.</summary>
    public const string SameWords = "vision-in-the-same-words", Plans = "vision-in-partners-plans", OnTime = "measures-on-time";

    public static BackboneRole ARole(string id, string fullTime = "1", int positions = 1, int filled = 1, Sharing sharing = Sharing.Shared, params Function[] functions) => new()
    {
        Role = id,
        Title = new Text { En = id },
        FullTime = fullTime,
        Positions = positions,
        Filled = filled,
        Functions = { functions },
        Sharing = sharing,
    };

    public static BackboneBudget ABudget(TestNest nest, string id, string amount, string currency = "CAD", Sharing sharing = Sharing.Shared)
    {
        var first = DateOnly.FromDateTime(nest.Clock.GetUtcNow().UtcDateTime).AddDays(-80);
        return new BackboneBudget
        {
            Budget = id,
            From = Write(first),
            Until = Write(first.AddMonths(12).AddDays(-1)),
            Lines = { ALine(amount, currency) },
            Sharing = sharing,
        };
    }

    public static BackboneBudget.Types.Line ALine(string amount, string currency = "CAD") =>
        new() { Kind = BackboneBudget.Types.Kind.Staff, Amount = new Money { Amount = amount, Currency = currency } };

    public static BackboneStanding AStanding(string host = "Harbour Shelters", Sharing sharing = Sharing.Shared) => new()
    {
        Host = new Text { En = host },
        LeaderAppointedBy = BackboneStanding.Types.Appointer.SteeringGroup,
        MaySpeak = BackboneStanding.Types.Speaking.WithinAgreedPositions,
        Sharing = sharing,
    };

    public static BackboneAssessment AnAssessment(string id, string day, params (string Indicator, Extent Extent)[] answers) => new()
    {
        Assessment = id,
        Day = day,
        Participants = { new BackboneAssessment.Types.Participants { Sector = Sector.Health, Count = 3 } },
        Answers = { answers.Select(answer => new BackboneAssessment.Types.Answer { Indicator = answer.Indicator, Extent = answer.Extent }) },
        Sharing = Sharing.Shared,
    };

    public static SupportPlan APlan(string id, string child, string hours = "20", Sharing sharing = Sharing.Shared) => new()
    {
        Plan = id,
        Child = child,
        Function = Function.EstablishSharedMeasurement,
        What = new Text { En = $"What {id} does" },
        From = "2026-01-05",
        Hours = hours,
        Sharing = sharing,
    };

    public static SupportGiven Given(string plan, string id, string hours, string day = "2026-02-02") =>
        new() { Plan = plan, Given = id, Hours = hours, Day = day, What = new Text { En = "A day side by side" } };

    public static SupportJudgement AJudgement(string plan, Extent helped = Extent.Mostly, Sharing sharing = Sharing.Shared) =>
        new() { Plan = plan, Helped = helped, WhatHelped = new Text { En = "Somebody who had done it" }, Sharing = sharing };

    public static async Task<BackboneRole> Save(this TestNode node, string initiative, BackboneRole role) =>
        await node.Support.SaveRoleAsync(new SaveRoleRequest { Initiative = initiative, Role = role });

    public static async Task<BackboneBudget> Save(this TestNode node, string initiative, BackboneBudget budget) =>
        await node.Support.SaveBudgetAsync(new SaveBudgetRequest { Initiative = initiative, Budget = budget });

    public static async Task<BackboneStanding> Save(this TestNode node, string initiative, BackboneStanding standing) =>
        await node.Support.SaveStandingAsync(new SaveStandingRequest { Initiative = initiative, Standing = standing });

    public static async Task<BackboneAssessment> Save(this TestNode node, string initiative, BackboneAssessment assessment) =>
        await node.Support.SaveAssessmentAsync(new SaveAssessmentRequest { Initiative = initiative, Assessment = assessment });

    public static async Task<SupportPlan> Save(this TestNode node, string initiative, SupportPlan plan) =>
        await node.Support.SaveSupportPlanAsync(new SaveSupportPlanRequest { Initiative = initiative, Plan = plan });

    public static async Task<SupportGiven> Save(this TestNode node, string initiative, SupportGiven given) =>
        await node.Support.SaveSupportGivenAsync(new SaveSupportGivenRequest { Initiative = initiative, Given = given });

    public static async Task<SupportJudgement> Judge(this TestNode node, string initiative, SupportJudgement judgement) =>
        await node.Support.JudgeSupportAsync(new JudgeSupportRequest { Initiative = initiative, Judgement = judgement });

    public static async Task<FundingAhead.Types.Cover> Cover(this TestNode node, string initiative) =>
        Assert.Single((await node.Support.GetFundingAheadAsync(new GetFundingAheadRequest { Initiative = initiative })).Covers);

    public static async Task<ListRolesResponse> Roles(this TestNode node, ListRolesRequest request) => await node.Support.ListRolesAsync(request);

    public static async Task<SupportView> Support(this TestNode node, string initiative, string plan) =>
        await node.Support.GetSupportAsync(new GetSupportRequest { Initiative = initiative, Plan = plan });

    public static async Task<ListSupportResponse> ListSupport(this TestNode node, ListSupportRequest request) => await node.Support.ListSupportAsync(request);

    /// <summary>A fund of a source of its own, into which so much was received.</summary>
    public static async Task FundFrom(this TestNode node, string initiative, string source, string amount, Fund.Types.Kind kind = Fund.Types.Kind.Grant)
    {
        await node.SaveSource(initiative, source);
        await node.Save(initiative, new Fund(Funding.AFund(source)) { Source = source, Kind = kind });
        await node.Enter(initiative, Entry.Types.Kind.Receipt, amount, source);
    }

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
