using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Resources;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>Records of backbones and of support as answers show them.</summary>
internal static class ShownSupport
{
    public static BackboneBudget Of(Found<BackboneBudget> found)
    {
        var budget = found.Record.Clone();
        (budget.Initiative, budget.Budget, budget.Revision, budget.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        budget.Planned = Amount.Of(Planned(budget), budget.Lines[0].Amount.Currency);
        budget.Months = WholeMonths.Between(UtcDay.Read(budget.From)!.Value, UtcDay.Read(budget.Until)!.Value)!.Value;
        return budget;
    }

    /// <summary>What a budget's lines add up to, in the currency's smallest unit.</summary>
    public static long Planned(BackboneBudget budget) => budget.Lines.Aggregate(0L, (sum, line) => checked(sum + Amount.Stored(line.Amount)));

    public static BackboneStanding Of(Found<BackboneStanding> found)
    {
        var standing = found.Record.Clone();
        (standing.Initiative, standing.Revision, standing.Sharing) = (found.Initiative, found.Revision, found.Sharing);
        return standing;
    }

    public static BackboneAssessment Of(Found<BackboneAssessment> found)
    {
        var assessment = found.Record.Clone();
        (assessment.Initiative, assessment.Assessment, assessment.Revision, assessment.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        assessment.Functions.Add(Means.ByFunction(assessment.Answers));
        return assessment;
    }

    public static SupportPlan Of(Found<SupportPlan> found)
    {
        var plan = found.Record.Clone();
        (plan.Initiative, plan.Plan, plan.Revision, plan.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        return plan;
    }

    public static SupportGiven Of(Found<SupportGiven> found)
    {
        var given = found.Record.Clone();
        (given.Plan, given.Given) = RecordId.Parts(found.Id);
        (given.Initiative, given.Revision) = (found.Initiative, found.Revision);
        return given;
    }

    public static SupportJudgement Of(Found<SupportJudgement> found)
    {
        var judgement = found.Record.Clone();
        (judgement.Initiative, judgement.Plan, judgement.Revision, judgement.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        return judgement;
    }
}
