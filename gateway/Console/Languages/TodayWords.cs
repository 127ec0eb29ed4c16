namespace CollectiveImpact.Console.Languages;

/// <summary>The words of what waits for whoever is signed in.</summary>
public sealed partial class Words
{
    public string Today => Say();
    public string TodayShort => Say();
    public string WelcomeBack(string name) => Say(nameof(WelcomeBack), name);
    public string NoRoleYet => Say();
    public string YouAre(string role) => Say(nameof(YouAre), role);
    public string NothingWaits => Say();
    public string ComingUp => Say();
    public string WaitsForRatifiers(int version) => Say(nameof(WaitsForRatifiers), version);
    public string HaveAnswered(int answered, int ratifiers) => Say(nameof(HaveAnswered), answered, ratifiers);
    public string YoursToRatify(int version) => Say(nameof(YoursToRatify), version);
    public string DriftToAnswer(int count) => Some(count);
    public string ToReport(string indicator, string period) => Say(nameof(ToReport), indicator, period);
    public string ProposalToAnswer(string title) => Say(nameof(ProposalToAnswer), title);
    public string LinksBroken(int count) => Some(count);
    public string WillYouHold(string function, string initiative) => Say(nameof(WillYouHold), function, initiative);
}
