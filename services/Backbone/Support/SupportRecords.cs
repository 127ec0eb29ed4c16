using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>What is kept of backbones, and of the support that they give.</summary>
internal sealed class SupportRecords : IKinds
{
    public SupportRecords(TimeProvider time)
    {
        RoleKind role = new(time, Sharing.Shared), keptRole = new(time, Sharing.Kept);
        RoleHolderKind holder = new(time);
        BudgetKind budget = new(time, Sharing.Shared), keptBudget = new(time, Sharing.Kept);
        StandingKind standing = new(time, Sharing.Shared), keptStanding = new(time, Sharing.Kept);
        AssessmentKind assessment = new(time, Sharing.Shared), keptAssessment = new(time, Sharing.Kept);
        SupportPlanKind plan = new(time, Sharing.Shared), keptPlan = new(time, Sharing.Kept);
        SupportGivenKind given = new(time);
        SupportJudgementKind judgement = new(time, Sharing.Shared), keptJudgement = new(time, Sharing.Kept);
        Kinds = [role, keptRole, holder, budget, keptBudget, standing, keptStanding, assessment, keptAssessment, plan, keptPlan, given, judgement, keptJudgement];
        Roles = new RecordSet<BackboneRole>("role", role, keptRole);
        Holders = new RecordSet<RoleHolderRecord>("role", holder);
        Budgets = new RecordSet<BackboneBudget>("budget", budget, keptBudget);
        Standings = new RecordSet<BackboneStanding>("standing", standing, keptStanding);
        Assessments = new RecordSet<BackboneAssessment>("assessment", assessment, keptAssessment);
        Plans = new RecordSet<SupportPlan>("plan", plan, keptPlan);
        Given = new RecordSet<SupportGiven>("given", given);
        Judgements = new RecordSet<SupportJudgement>("judgement", judgement, keptJudgement);
    }

    public IReadOnlyList<IKind> Kinds { get; }

    public RecordSet<BackboneRole> Roles { get; }

    /// <summary>Ids are those of the roles.</summary>
    public RecordSet<RoleHolderRecord> Holders { get; }

    public RecordSet<BackboneBudget> Budgets { get; }

    /// <summary>One an initiative, of the id <see cref="StandingKind.Id"/>.</summary>
    public RecordSet<BackboneStanding> Standings { get; }

    public RecordSet<BackboneAssessment> Assessments { get; }

    public RecordSet<SupportPlan> Plans { get; }

    /// <summary>Ids are `plan/given`.</summary>
    public RecordSet<SupportGiven> Given { get; }

    /// <summary>Of the child; ids are `giver/plan`.</summary>
    public RecordSet<SupportJudgement> Judgements { get; }
}
