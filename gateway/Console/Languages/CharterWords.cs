namespace CollectiveImpact.Console.Languages;

/// <summary>The words of who holds which function, as it is changed.</summary>
public sealed partial class Words
{
    public string HeldForOthers => Say();
    public string MoreInMatrix => Say();
    public string ChangeHolder => Say();
    public string DeclareHolder => Say();
    public string DeclareHint => Say();
    public string HandOver => Say();
    public string HandOverHint(string holder) => Say(nameof(HandOverHint), holder);
    public string To => Say();
    public string HolderHeading => Say();
    public string LastDay => Say();
    public string DayLike => Say();
    public string WhyHeading => Say();
    public string AskedToHold(string holder, string by) => Say(nameof(AskedToHold), by, holder);
    public string AcceptFor(string holder) => Say(nameof(AcceptFor), holder);
    public string DeclineFor(string holder) => Say(nameof(DeclineFor), holder);
    public string AcceptHint => Say();
    public string DeclineWhy => Say();
    public string NothingToChange => Say();
    public string Done => Say();
}
