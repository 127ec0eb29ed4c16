namespace CollectiveImpact.Console.Languages;

/// <summary>The words of passkeys.</summary>
public sealed partial class Words
{
    public string Passkey => Say();

    public string SignInByPasskey => Say();

    public string JoinByPasskey => Say();

    public string AddPasskey => Say();

    public string PasskeyHint => Say();

    public string PasskeyName => Say();

    public string Rename => Say();

    public string RenameWhat(string name) => Say(nameof(RenameWhat), name);

    public string PasskeyNotGiven => Say();

    public string PasskeyWrong => Say();
}
