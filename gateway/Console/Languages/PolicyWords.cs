using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of advancing policy.</summary>
public sealed partial class Words
{
    public string NoPolicy => Say();
    public string Asks => Say();
    public string NoAsks => Say();
    public string AsksBelow => Say();
    public string AddAsk => Say();
    public string ChangeAsk => Say();
    public string AskHint => Say();
    public string MoveAsk => Say();
    public string MoveTo => Say();
    public string StaysAnswered => Say();
    public string MoveOrAnswer => Say();
    public string DayOfMove => Say();
    public string EmptyIsToday => Say();
    public string EmptyIsDayOfMove => Say();
    public string Note => Say();
    public string WhatBodyAnswered => Say();
    public string DayOfAnswer => Say();
    public string Answered(string day) => Say(nameof(Answered), day);
    public string HowItWent => Say();
    public string Since(string day) => Say(nameof(Since), day);
    public string WhatIsAsked => Say();
    public string OfWhom => Say();
    public string OfWhomHint => Say();
    public string InstrumentHeading => Say();
    public string RaisedFrom => Say();
    public string MetBy(int initiatives) => Say(nameof(MetBy), Initiatives(initiatives));
    public string OnlyCounted(int count) => Some(count);
    public string PositionsOf(int supports, int opposes, int undecided) => Say(nameof(PositionsOf), supports, opposes, undecided);
    public string AddPosition => Say();
    public string ChangePosition => Say();
    public string SomebodyElse => Say();
    public string NameOfOther => Say();
    public string PartnerOrName => Say();
    public string StanceHeading => Say();

    public string Barriers => Say();
    public string NoBarriers => Say();
    public string AddBarrier => Say();
    public string ChangeBarrier => Say();
    public string BarrierHint => Say();
    public string Effect => Say();
    public string SinceWhen => Say();
    public string MetSince(string day) => Say(nameof(MetSince), day);
    public string ClausesServed => Say();
    public string IndicatorsServed => Say();
    public string NamingHeading => Say();
    public string NamingHint => Say();
    public string TakenUpBy => Say();
    public string NotTakenUp => Say();

    public string CommonBarriers => Say();
    public string CommonCaption => Say();
    public string InCommon => Say();
    public string MetByHeading => Say();
    public string NotInAsk => Say();
    public string RaiseFromThese => Say();

    public string TopicOf(string kind) => kind switch
    {
        "clause" => Say("TopicOf.Clause"),
        "indicator" => Say("TopicOf.Indicator"),
        _ => Say("TopicOf.Other"),
    };

    public string NameOf(PolicyBarrier.Types.Naming naming) => naming switch
    {
        PolicyBarrier.Types.Naming.ByName => Say("NameOf.PolicyBarrierNaming.ByName"),
        PolicyBarrier.Types.Naming.ByPlace => Say("NameOf.PolicyBarrierNaming.ByPlace"),
        _ => Say("NameOf.PolicyBarrierNaming.Other"),
    };

    public string NameOf(PolicyAsk.Types.Stage stage) => stage switch
    {
        PolicyAsk.Types.Stage.Drafted => Say("NameOf.PolicyAskStage.Drafted"),
        PolicyAsk.Types.Stage.Raised => Say("NameOf.PolicyAskStage.Raised"),
        PolicyAsk.Types.Stage.UnderConsideration => Say("NameOf.PolicyAskStage.UnderConsideration"),
        PolicyAsk.Types.Stage.Adopted => Say("NameOf.PolicyAskStage.Adopted"),
        PolicyAsk.Types.Stage.CarriedOut => Say("NameOf.PolicyAskStage.CarriedOut"),
        PolicyAsk.Types.Stage.Declined => Say("NameOf.PolicyAskStage.Declined"),
        PolicyAsk.Types.Stage.Withdrawn => Say("NameOf.PolicyAskStage.Withdrawn"),
        _ => Say("NameOf.PolicyAskStage.Other"),
    };

    public string NameOf(PolicyAsk.Types.Instrument instrument) => instrument switch
    {
        PolicyAsk.Types.Instrument.Law => Say("NameOf.PolicyAskInstrument.Law"),
        PolicyAsk.Types.Instrument.Regulation => Say("NameOf.PolicyAskInstrument.Regulation"),
        PolicyAsk.Types.Instrument.Budget => Say("NameOf.PolicyAskInstrument.Budget"),
        PolicyAsk.Types.Instrument.Programme => Say("NameOf.PolicyAskInstrument.Programme"),
        PolicyAsk.Types.Instrument.ByLaw => Say("NameOf.PolicyAskInstrument.ByLaw"),
        PolicyAsk.Types.Instrument.Guideline => Say("NameOf.PolicyAskInstrument.Guideline"),
        PolicyAsk.Types.Instrument.Practice => Say("NameOf.PolicyAskInstrument.Practice"),
        _ => Say("NameOf.PolicyAskInstrument.Other"),
    };

    public string NameOf(AskPosition.Types.Stance stance) => stance switch
    {
        AskPosition.Types.Stance.Supports => Say("NameOf.AskPositionStance.Supports"),
        AskPosition.Types.Stance.Opposes => Say("NameOf.AskPositionStance.Opposes"),
        _ => Say("NameOf.AskPositionStance.Other"),
    };
}
