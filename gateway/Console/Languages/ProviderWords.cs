using CollectiveImpact.Console.People;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of signing in at an identity provider.</summary>
public sealed partial class Words
{
    public string YourWays => Say();

    public string SignInWith(string provider) => Say(nameof(SignInWith), provider);

    public string JoinWith(string provider) => Say(nameof(JoinWith), provider);

    public string Connect(string provider) => Say(nameof(Connect), provider);

    public string Disconnect(string provider) => Say(nameof(Disconnect), provider);

    public string Say(ProviderFault fault, string provider) => fault switch
    {
        ProviderFault.Lost => Say("Say.ProviderFault.Lost", provider),
        ProviderFault.Refused => Say("Say.ProviderFault.Refused", provider),
        ProviderFault.Unknown => Say("Say.ProviderFault.Unknown", provider),
        ProviderFault.Another => Say("Say.ProviderFault.Another", provider),
        ProviderFault.Spent => Say(JoinFault.Spent),
        ProviderFault.NoEmail => Say("Say.ProviderFault.NoEmail", provider),
        ProviderFault.EmailTaken => Say(JoinFault.EmailTaken),
        _ => Say("Say.ProviderFault.Other", provider),
    };
}
