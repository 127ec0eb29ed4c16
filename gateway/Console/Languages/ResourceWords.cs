using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of mobilizing resources.</summary>
public sealed partial class Words
{
    public string NoResources => Say();

    // Needs and sources
    public string Needs => Say();
    public string Need => Say();
    public string NoNeeds => Say();
    public string NeedsCaption => Say();
    public string AddNeed => Say();
    public string ChangeNeed => Say();
    public string WhatIsNeeded => Say();
    public string NeededAmount => Say();
    public string AmountOrNone => Say();
    public string NeededBy(string day) => Say(nameof(NeededBy), day);
    public string ByWhen => Say();
    public string ForWhat => Say();
    public string Promised => Say();
    public string ReceivedMoney => Say();
    public string Sources => Say();
    public string NoSources => Say();
    public string AddSource => Say();
    public string ChangeSource => Say();
    public string SourceHint => Say();
    public string SourceOf => Say();
    public string Terms => Say();
    public string AddApplication => Say();
    public string ChangeApplication => Say();
    public string AskedFor => Say();
    public string SubmittedHeading => Say();
    public string DecidedHeading => Say();
    public string SubmittedOn(string day) => Say(nameof(SubmittedOn), day);
    public string DecidedOn(string day) => Say(nameof(DecidedOn), day);
    public string WhyDecided => Say();
    public string FundThatCame => Say();
    public string Gifts => Say();
    public string WorthAbout => Say();
    public string Hours(string hours) => Say(nameof(Hours), hours);

    // Funds and their books
    public string Funds => Say();
    public string AddFund => Say();
    public string ChangeFund => Say();
    public string FundHint => Say();
    public string Spent => Say();
    public string Allocated => Say();
    public string TakenBack => Say();
    public string Returned => Say();
    public string Committed => Say();
    public string Available => Say();
    public string AddEntry => Say();
    public string ChangeEntry => Say();
    public string EntryHint(string fund, string available) => Say(nameof(EntryHint), fund, available);
    public string EntriesOf(int count) => Some(count);
    public string OutstandingOf => Say();
    public string HowMuch => Say();
    public string AmountHeading => Say();
    public string Currency => Say();
    public string CurrencyHint => Say();
    public string MeetsCommitment => Say();
    public string OfSpending => Say();
    public string OfCommitment => Say();
    public string ClosedOn => Say();
    public string IndicatorItMoves => Say();
    public string NoneInParticular => Say();

    // Allocations
    public string ToBeAnswered => Say();
    public string AllocatedHere => Say();
    public string AllocatedBelow => Say();
    public string Allocate => Say();
    public string AllocateHint(string fund, string available) => Say(nameof(AllocateHint), fund, available);
    public string AllocationState => Say();
    public string AnswerAllocation => Say();
    public string AnswerHint(string amount, string purpose) => Say(nameof(AnswerHint), amount, purpose);
    public string Answer => Say();
    public string AcceptMoney => Say();
    public string DeclineMoney => Say();
    public string SentBack => Say();

    // The statement
    public string Statement => Say();
    public string StatementCaption => Say();
    public string Opening => Say();
    public string FromSources => Say();
    public string FromAbove => Say();
    public string BackFromBelow => Say();
    public string ToBelow => Say();
    public string BackToSources => Say();
    public string BackAbove => Say();
    public string Unspent => Say();

    public string NameOf(Need.Types.State state) => state switch
    {
        V1.Need.Types.State.Open => Say("NameOf.NeedState.Open"),
        V1.Need.Types.State.Met => Say("NameOf.NeedState.Met"),
        _ => Say("NameOf.NeedState.Other"),
    };

    public string NameOf(Source.Types.Kind kind) => kind switch
    {
        V1.Source.Types.Kind.Government => Say("NameOf.SourceKind.Government"),
        V1.Source.Types.Kind.Foundation => Say("NameOf.SourceKind.Foundation"),
        V1.Source.Types.Kind.Business => Say("NameOf.SourceKind.Business"),
        V1.Source.Types.Kind.Community => Say("NameOf.SourceKind.Community"),
        V1.Source.Types.Kind.Person => Say("NameOf.SourceKind.Person"),
        _ => Say("NameOf.SourceKind.Other"),
    };

    public string NameOf(Application.Types.State state) => state switch
    {
        Application.Types.State.Drafted => Say("NameOf.ApplicationState.Drafted"),
        Application.Types.State.Submitted => Say("NameOf.ApplicationState.Submitted"),
        Application.Types.State.Awarded => Say("NameOf.ApplicationState.Awarded"),
        Application.Types.State.Declined => Say("NameOf.ApplicationState.Declined"),
        _ => Say("NameOf.ApplicationState.Other"),
    };

    public string NameOf(GiftInKind.Types.Kind kind) => kind switch
    {
        GiftInKind.Types.Kind.Time => Say("NameOf.GiftKind.Time"),
        GiftInKind.Types.Kind.Space => Say("NameOf.GiftKind.Space"),
        GiftInKind.Types.Kind.Equipment => Say("NameOf.GiftKind.Equipment"),
        GiftInKind.Types.Kind.Services => Say("NameOf.GiftKind.Services"),
        _ => Say("NameOf.GiftKind.Other"),
    };

    public string NameOf(Fund.Types.Kind kind) => kind switch
    {
        Fund.Types.Kind.Grant => Say("NameOf.FundKind.Grant"),
        Fund.Types.Kind.Pledge => Say("NameOf.FundKind.Pledge"),
        Fund.Types.Kind.Gift => Say("NameOf.FundKind.Gift"),
        Fund.Types.Kind.Own => Say("NameOf.FundKind.Own"),
        _ => Say("NameOf.FundKind.Other"),
    };

    public string NameOf(Entry.Types.Kind kind) => kind switch
    {
        Entry.Types.Kind.Receipt => Say("NameOf.EntryKind.Receipt"),
        Entry.Types.Kind.Commitment => Say("NameOf.EntryKind.Commitment"),
        Entry.Types.Kind.Spending => Say("NameOf.EntryKind.Spending"),
        _ => Say("NameOf.EntryKind.Other"),
    };

    public string NameOf(Allocation.Types.State state) => state switch
    {
        Allocation.Types.State.Accepted => Say("NameOf.AllocationState.Accepted"),
        Allocation.Types.State.Declined => Say("NameOf.AllocationState.Declined"),
        _ => Say("NameOf.AllocationState.Other"),
    };

    public string ChangeGift => Say();
    public string AddGift => Say();
    public string GiftHint => Say();
    public string WhatItWouldCost => Say();
    public string HoursOfWork => Say();
    public string ChooseOne => Say();
}
