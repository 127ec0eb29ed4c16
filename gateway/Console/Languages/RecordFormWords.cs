using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of forms by which a record is written.</summary>
public sealed partial class Words
{
    public string Optional => Say();
    public string TakeItOut => Say();
    public string TakeItOutSure => Say();
    public string StandsNow => Say();
    public string FillIn(string field) => Say(nameof(FillIn), field);
    public string NoWhole(string typed) => Say(nameof(NoWhole), typed);
    public string ChangedMeanwhile => Say();
    public string NotKnownSaved => Say();
    public string HeldBy(string holder) => Say(nameof(HeldBy), holder);
    public string SharingHeading => Say();
    public string SharingHint => Say();

    public string NameOf(Sharing sharing) => sharing == Sharing.Shared ? Say("NameOf.Sharing.Shared") : Say("NameOf.Sharing.Kept");
}
