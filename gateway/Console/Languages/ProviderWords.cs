using CollectiveImpact.Console.People;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of signing in at an identity provider.</summary>
public sealed partial class Words
{
    public string YourWays => Say("How you sign in", "Comment vous vous connectez");

    public string SignInWith(string provider) => Say($"Sign in with {provider}", $"Se connecter avec {provider}");

    public string JoinWith(string provider) => Say($"Join with {provider}", $"Se joindre avec {provider}");

    public string Connect(string provider) => Say($"Sign in with {provider} from now on", $"Se connecter désormais avec {provider}");

    public string Disconnect(string provider) => Say($"No longer sign in with {provider}", $"Ne plus se connecter avec {provider}");

    public string Say(ProviderFault fault, string provider) => fault switch
    {
        ProviderFault.Lost => Say(
            $"Signing in with {provider} was begun in another window or too long ago. Try again.",
            $"La connexion avec {provider} a été commencée dans une autre fenêtre ou il y a trop longtemps. Réessayez."),
        ProviderFault.Refused => Say(
            $"You did not agree to sign in with {provider}, so nothing has changed.",
            $"Vous n’avez pas accepté de vous connecter avec {provider}\u00A0; rien n’a changé."),
        ProviderFault.Unknown => Say(
            $"Nobody here has this account of {provider} yet. Ask your backbone for an invitation, and open it.",
            $"Personne ici n’a encore ce compte de {provider}. Demandez une invitation à votre organisme pivot, puis ouvrez-la."),
        ProviderFault.Another => Say(
            $"This account of {provider} belongs to another person here.",
            $"Ce compte de {provider} appartient ici à une autre personne."),
        ProviderFault.Spent => Say(JoinFault.Spent),
        ProviderFault.NoEmail => Say(
            $"{provider} did not say your email address. Join otherwise.",
            $"{provider} n’a pas donné votre adresse courriel. Joignez-vous autrement."),
        ProviderFault.EmailTaken => Say(JoinFault.EmailTaken),
        _ => Say(
            $"{provider} did not confirm who you are. Try again in a while.",
            $"{provider} n’a pas confirmé qui vous êtes. Réessayez dans un moment."),
    };
}
