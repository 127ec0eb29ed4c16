using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of partners, as they are written down and drawn.</summary>
public sealed partial class Words
{
    public string AddPartner => Say();
    public string ChangePartner => Say();
    public string TakePartnerOut => Say();
    public string TakePartnerOutSure => Say();
    public string PartnerKind => Say();
    public string RingNow => Say();
    public string RingWanted => Say();
    public string WhatItBrings => Say();
    public string WhatItNeeds => Say();
    public string SpeaksWith => Say();
    public string SharePartner => Say();
    public string NoteHeard => Say();
    public string HeardOn => Say();
    public string NoteIt => Say();
    public string VoicesSought => Say();
    public string VoicesLead => Say();
    public string VoiceNumber(int number) => Say(nameof(VoiceNumber), number);

    public string Wheel => Say();
    public string WheelDescription => Say();
    public string WheelTable => Say();
    public string StandsThere => Say();
    public string SoughtThere => Say();
    public string SectorMissing => Say();
    public string MoreSought(int count) => Some(count);

    public string RingWithMeaning(Ring ring) => ring switch
    {
        Ring.Core => Say("RingWithMeaning.Core"),
        Ring.Involved => Say("RingWithMeaning.Involved"),
        Ring.Supportive => Say("RingWithMeaning.Supportive"),
        Ring.Peripheral => Say("RingWithMeaning.Peripheral"),
        _ => Say("RingWithMeaning.Other"),
    };

    public string NameOf(V1.Partner.Types.Kind kind) => kind == V1.Partner.Types.Kind.Person ? Say("NameOf.PartnerKind.Person") : Say("NameOf.PartnerKind.Organisation");
}
