namespace CollectiveImpact.Console.Languages;

/// <summary>The words of the plan, and of activities and commitments as they are written down.</summary>
public sealed partial class Words
{
    public string ThePlan => Say();
    public string WhoDoesWhat => Say();
    public string PlanCaption => Say();
    public string ServesNone => Say();
    public string LeadsIt => Say();
    public string WhatIsDoneWhen => Say();
    public string TodayMark => Say();
    public string AddActivity => Say();
    public string ChangeActivity => Say();
    public string TakeActivityOut => Say();
    public string TakeActivityOutSure => Say();
    public string ActivityDescription => Say();
    public string ActivityStatus => Say();
    public string ActivityLead => Say();
    public string TakesPart => Say();
    public string FirstDayOf => Say();
    public string LastDayOf => Say();
    public string ServesClauses => Say();
    public string MovesIndicators => Say();
    public string DependsOn => Say();
    public string Reinforces => Say();
    public string ShareActivity => Say();
    public string AddCommitment => Say();
    public string ChangeCommitment => Say();
    public string TakeCommitmentOut => Say();
    public string TakeCommitmentOutSure => Say();
    public string CommitsTo => Say();
    public string CommitmentState => Say();
    public string KeptOn => Say();
    public string CommitmentNote => Say();

    public string CommitmentsOf(int open, int kept, int missed) => string.Join(", ", new[]
    {
        open == 0 ? "" : Some(open, "CommitmentsOf.Open"),
        kept == 0 ? "" : Some(kept, "CommitmentsOf.Kept"),
        missed == 0 ? "" : Some(missed, "CommitmentsOf.Missed"),
    }.Where(part => part.Length > 0));
}
