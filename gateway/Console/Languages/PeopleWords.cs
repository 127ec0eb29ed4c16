using CollectiveImpact.Console.People;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of people, and how they come in.</summary>
public sealed partial class Words
{
    public string SignIn => Say();
    public string SignOut => Say();
    public string SignOutEverywhere => Say();
    public string Email => Say();
    public string Password => Say();
    public string PasswordHint => Say();
    public string YourName => Say();
    public string You => Say();
    public string SignInWrong => Say();
    public string SignInLocked => Say();
    public string SignInNeeded => Say();
    public string NotForYou => Say();
    public string NotPublished => Say();
    public string FormOld => Say();
    public string SignedOutMeanwhile => Say();
    public string TypedIsKept => Say();
    public string SignInElsewhere => Say();
    public string SendAgain => Say();
    public string OpenItAgain => Say();
    public string WrongHere => Say();
    public string InvitedTo(string role, string where) => Say(nameof(InvitedTo), role, where);
    public string At(string initiative) => Say(nameof(At), initiative);
    public string Join => Say();
    public string JoinAs(string name) => Say(nameof(JoinAs), name);
    public string HaveAccount => Say();
    public string Members => Say();
    public string Administrators => Say();
    public string NobodyYet => Say();
    public string Invite => Say();
    public string InviteHint => Say();
    public string OpenInvitations => Say();
    public string GoodUntil(string moment) => Say(nameof(GoodUntil), moment);
    public string Withdraw => Say();
    public string WithdrawWhat(string role, string until) => Say(nameof(WithdrawWhat), role, until);
    public string RoleHeading => Say();
    public string Name => Say();
    public string PartnerId => Say();
    public string PartnerMissing => Say();
    public string MakeInvitation => Say();
    public string SendThis => Say();
    public string Remove => Say();
    public string RemoveWho(string name) => Say(nameof(RemoveWho), name);
    public string RemoveSure(string name) => Say(nameof(RemoveSure), name);
    public string Cancel => Say();
    public string LastAdministrator => Say();
    public string YourRoles => Say();
    public string NoRoles => Say();
    public string Tokens => Say();
    public string TokensHint => Say();
    public string TokenName => Say();
    public string MakeToken => Say();
    public string TokenShown => Say();
    public string NameMissing => Say();
    public string Trail => Say();
    /// <summary>What a call did: <c>SharedMeasurement/Report</c>. One of a later release is called as the contract does.</summary>
    public string NameOfCall(string method) => _texts.Find(CallPrefix + method.Replace('/', '.')) ?? method;
    public string NoChanges => Say();
    public string When => Say();
    public string Who => Say();
    public string What => Say();
    public string Earlier => Say();
    public string TheGateway => Say();

    public string WhatIsPublished => Say();
    public string PublishedHint => Say();
    public string Save => Say();
    public string Saved => Say();
    public string NotSaved(string why) => Say(nameof(NotSaved), why);

    public string NameOf(PublishedPart part) => part switch
    {
        PublishedPart.Figures => Say("NameOf.PublishedPart.Figures"),
        PublishedPart.Contributions => Say("NameOf.PublishedPart.Contributions"),
        _ => Say("NameOf.PublishedPart.Other"),
    };

    public string NameOf(Role role) => role switch
    {
        Role.Member => Say("NameOf.Role.Member"),
        Role.Partner => Say("NameOf.Role.Partner"),
        Role.Staff => Say("NameOf.Role.Staff"),
        Role.Administrator => Say("NameOf.Role.Administrator"),
        _ => Say("NameOf.Role.Other"),
    };

    public string Say(JoinFault fault) => fault switch
    {
        JoinFault.Spent => Say("Say.JoinFault.Spent"),
        JoinFault.NoName => Say("Say.JoinFault.NoName"),
        JoinFault.NoEmail => Say("Say.JoinFault.NoEmail"),
        JoinFault.EmailTaken => Say("Say.JoinFault.EmailTaken"),
        JoinFault.NoPasskey => PasskeyNotGiven,
        _ => Say("Say.JoinFault.Other"),
    };
}
