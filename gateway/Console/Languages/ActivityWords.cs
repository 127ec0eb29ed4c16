using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of mutually reinforcing activities.</summary>
public sealed partial class Words
{
    public string NoActivities => Say();
    public string WhoWorksOnWhat => Say();
    public string EachClause => Say();
    public string ClauseHeading => Say();
    public string WorkedOnBy => Say();
    public string DoneTwice => Say();
    public string DueOn(string day) => Say(nameof(DueOn), day);

    public string NameOf(Activity.Types.Status status) => status switch
    {
        Activity.Types.Status.Planned => Say("NameOf.ActivityStatus.Planned"),
        Activity.Types.Status.Underway => Say("NameOf.ActivityStatus.Underway"),
        Activity.Types.Status.Done => Say("NameOf.ActivityStatus.Done"),
        _ => Say("NameOf.ActivityStatus.Other"),
    };

    public string StateOf(Commitment commitment) => commitment switch
    {
        { Missed: true } => Say("StateOf.Missed"),
        { State: Commitment.Types.State.Kept } => Say("StateOf.Kept"),
        { State: Commitment.Types.State.Dropped } => Say("StateOf.Dropped"),
        _ => Say("StateOf.Other"),
    };

    public string NameOf(ActivityCoverage.Types.Mark mark) => mark switch
    {
        ActivityCoverage.Types.Mark.Gap => Say("NameOf.ActivityCoverageMark.Gap"),
        ActivityCoverage.Types.Mark.OutcomeWithoutSupport => Say("NameOf.ActivityCoverageMark.OutcomeWithoutSupport"),
        _ => Say("NameOf.ActivityCoverageMark.Other"),
    };
}
