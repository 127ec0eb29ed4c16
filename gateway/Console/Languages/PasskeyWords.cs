namespace CollectiveImpact.Console.Languages;

/// <summary>The words of passkeys.</summary>
public sealed partial class Words
{
    public string Passkey => Say("Passkey", "Clé d’accès");

    public string SignInByPasskey => Say("Sign in with a passkey", "Se connecter avec une clé d’accès");

    public string JoinByPasskey => Say("Join with a passkey, without a password", "Se joindre avec une clé d’accès, sans mot de passe");

    public string AddPasskey => Say("Add a passkey", "Ajouter une clé d’accès");

    public string PasskeyHint => Say(
        "A passkey stays on your device, which asks for your finger, your face or its code. There is nothing to remember.",
        "Une clé d’accès reste sur votre appareil, qui demande votre doigt, votre visage ou son code. Il n’y a rien à retenir.");

    public string PasskeyName => Say("What you call it", "Comment vous l’appelez");

    public string Rename => Say("Rename", "Renommer");

    public string RenameWhat(string name) => Say($"Rename {name}", $"Renommer {name}");

    public string PasskeyNotGiven => Say(
        "Your browser gave no passkey. Try again, or choose another way.",
        "Votre navigateur n’a pas donné de clé d’accès. Réessayez, ou choisissez un autre moyen.");

    public string PasskeyWrong => Say(
        "This passkey is nobody’s here, or it came too late. Try again, or sign in otherwise.",
        "Cette clé d’accès n’est à personne ici, ou elle est venue trop tard. Réessayez, ou connectez-vous autrement.");
}
