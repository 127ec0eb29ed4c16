namespace CollectiveImpact.Console.Languages;

/// <summary>The words of forms in which records are written and changed.</summary>
public sealed partial class Words
{
    public string InOtherLanguage(string label) => Say(nameof(InOtherLanguage), label);
    public string OvertakenMeanwhile => Say();
    public string StaleHint => Say();
    public string SeeWhatStands => Say();
    public string PutMineInPlace => Say();
    public string NameTaken => Say();
    public string WhoHasIt => Say();
    public string KeepHere => Say();
    public string SharedMark => Say();
    public string MayStayEmpty(string label) => Say(nameof(MayStayEmpty), label);
    public string FillInField(string label) => Say(nameof(FillInField), label);
    public string NoDay(string label) => Say(nameof(NoDay), label);
    public string NoTime(string label) => Say(nameof(NoTime), label);
    public string NoCount(string label, int most) => Say(nameof(NoCount), label, most);
    public string ChangeIt => Say();
    public string KeepAsDraft => Say();
    public string WhoSpeaks => Say();
}
