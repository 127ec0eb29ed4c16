using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of the way from nest to flight.</summary>
public sealed partial class Words
{
    public string FromNestToFlight => Say();
    public string GrowingLead => Say();
    public string WithThoseAbove => Say();
    public string WithThoseBelow => Say();
    public string MovePhase => Say();
    public string PhaseHeading => Say();
    public string ReasonToGoBack => Say();
    public string ToTakeOver => Say();
    public string NothingPlanned => Say();
    public string ChangePlan => Say();
    public string DropPlan => Say();
    public string PlanHandOver => Say();
    public string FunctionHeading => Say();
    public string HandOverDay => Say();
    public string WhatReadyMeans => Say();
    public string WhoJudges => Say();
    public string ToJudge => Say();
    public string SayWhetherReady => Say();
    public string IsItReady => Say();
    public string HeldNowBy => Say();
    public string JudgedBy => Say();
    public string IsReady => Say();
    public string IsNotReady => Say();
    public string ReasonHeading => Say();
    public string ToBeHandedOver(string day) => Say(nameof(ToBeHandedOver), day);

    public string NameOf(NestPhase.Types.Phase phase) => phase switch
    {
        NestPhase.Types.Phase.Developing => Say("NameOf.NestPhase.Developing"),
        NestPhase.Types.Phase.TakingOver => Say("NameOf.NestPhase.TakingOver"),
        NestPhase.Types.Phase.EqualLearners => Say("NameOf.NestPhase.EqualLearners"),
        _ => Say("NameOf.NestPhase.Other"),
    };

    public string NameOf(PlannedHandOver.Types.State state) => state switch
    {
        PlannedHandOver.Types.State.Planned => Say("NameOf.PlannedHandOver.Planned"),
        PlannedHandOver.Types.State.Ready => Say("NameOf.PlannedHandOver.Ready"),
        PlannedHandOver.Types.State.NotReady => Say("NameOf.PlannedHandOver.NotReady"),
        PlannedHandOver.Types.State.Done => Say("NameOf.PlannedHandOver.Done"),
        _ => Say("NameOf.PlannedHandOver.Other"),
    };
}
