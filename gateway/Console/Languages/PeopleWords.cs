using CollectiveImpact.Console.People;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of people, and how they come in.</summary>
public sealed partial class Words
{
    public string SignIn => Say("Sign in", "Se connecter");
    public string SignOut => Say("Sign out", "Se déconnecter");
    public string SignOutEverywhere => Say("Sign out on every device", "Se déconnecter de tous les appareils");
    public string Email => Say("Email address", "Adresse courriel");
    public string Password => Say("Password", "Mot de passe");
    public string PasswordHint => Say("12 characters or more. Several words are easier to remember.", "12 caractères ou plus. Plusieurs mots se retiennent mieux.");
    public string YourName => Say("Your name, as others see it", "Votre nom, tel que les autres le voient");
    public string You => Say("Your page", "Votre page");
    public string SignInWrong => Say("The email address or the password is not right.", "L’adresse courriel ou le mot de passe n’est pas le bon.");
    public string SignInLocked => Say("Too many wrong passwords. Try again in five minutes.", "Trop de mots de passe erronés. Réessayez dans cinq minutes.");
    public string SignInNeeded => Say("Sign in to see this page.", "Connectez-vous pour voir cette page.");
    public string NotForYou => Say(
        "This is for people who have a role here. Ask the backbone to invite you.", "Ceci est réservé aux personnes qui ont un rôle ici. Demandez à l’organisme pivot de vous inviter.");
    public string NotPublished => Say("This is not published. It may be for you, if you have a role here.", "Ceci n’est pas publié. Si vous avez un rôle ici, c’est peut-être pour vous.");
    public string FormOld => Say("This form was open for too long. Send it again.", "Ce formulaire est resté ouvert trop longtemps. Envoyez-le de nouveau.");
    public string WrongHere => Say("Something is not right yet:", "Il reste quelque chose à corriger :");
    public string InvitedTo(string role, string where) => Say($"You are invited as {role}{where}.", $"Vous êtes invité comme {role}{where}.");
    public string At(string initiative) => Say($" at {initiative}", $" chez {initiative}");
    public string Join => Say("Join", "Se joindre");
    public string JoinAs(string name) => Say($"Join as {name}", $"Se joindre comme {name}");
    public string HaveAccount => Say("You have an account already?", "Vous avez déjà un compte\u00A0?");
    public string Members => Say("People", "Personnes");
    public string Administrators => Say("Administrators", "Administration");
    public string NobodyYet => Say("Nobody has a role here yet. Invite the first.", "Personne n’a encore de rôle ici. Invitez la première.");
    public string Invite => Say("Invite somebody", "Inviter quelqu’un");
    public string InviteHint => Say("You get an address to send. It is good for one person and seven days.", "Vous recevez une adresse à envoyer. Elle vaut pour une personne et sept jours.");
    public string RoleHeading => Say("Role", "Rôle");
    public string Name => Say("Name", "Nom");
    public string PartnerId => Say("Partner’s identifier (for a partner’s person)", "Identifiant du partenaire (pour une personne d’un partenaire)");
    public string PartnerMissing => Say("Give the partner’s identifier, as it stands on the page of partners.", "Donnez l’identifiant du partenaire, tel qu’il figure à la page des partenaires.");
    public string MakeInvitation => Say("Make the invitation", "Créer l’invitation");
    public string SendThis => Say("Send this address. It is shown only now.", "Envoyez cette adresse. Elle n’est affichée que maintenant.");
    public string Remove => Say("Remove", "Retirer");
    public string RemoveWho(string name) => Say($"Remove {name}", $"Retirer {name}");
    public string RemoveSure(string name) => Say($"Take all roles of {name} here? They can be invited again.", $"Retirer tous les rôles de {name} ici\u00A0? La personne peut être invitée de nouveau.");
    public string Cancel => Say("Cancel", "Annuler");
    public string LastAdministrator => Say("The last administrator can’t be removed. Invite another first.", "La dernière personne à l’administration ne peut être retirée. Invitez-en d’abord une autre.");
    public string YourRoles => Say("Your roles", "Vos rôles");
    public string NoRoles => Say("You have no role yet. Ask the backbone of an initiative to invite you.", "Vous n’avez encore aucun rôle. Demandez à l’organisme pivot d’une initiative de vous inviter.");
    public string Tokens => Say("Tokens for programs", "Jetons pour les programmes");
    public string TokensHint => Say(
        "A program that sends a token as `Authorization: Bearer …` calls as you do. Give each program one of its own.",
        "Un programme qui envoie un jeton avec «\u00A0Authorization: Bearer …\u00A0» appelle comme vous. Donnez à chacun le sien.");
    public string TokenName => Say("What it is for", "À quoi il sert");
    public string MakeToken => Say("Make a token", "Créer un jeton");
    public string TokenShown => Say("Copy this token. It is shown only now.", "Copiez ce jeton. Il n’est affiché que maintenant.");
    public string NameMissing => Say("Give a name.", "Donnez un nom.");
    public string Trail => Say("Who changed what", "Qui a changé quoi");
    public string NoChanges => Say("Nothing has been changed through this gateway yet.", "Rien n’a encore été changé par cette passerelle.");
    public string When => Say("When", "Quand");
    public string Who => Say("Who", "Qui");
    public string What => Say("What", "Quoi");
    public string Earlier => Say("Earlier", "Plus tôt");
    public string TheGateway => Say("the gateway’s operator", "l’exploitant de la passerelle");

    public string WhatIsPublished => Say("What everybody may read", "Ce que tout le monde peut lire");
    public string PublishedHint => Say(
        "The nest, its initiatives and who holds which function are known to all. Choose what else people read without signing in.",
        "Le nid, ses initiatives et qui exerce quelle fonction sont connus de tous. Choisissez ce qui se lit aussi sans se connecter.");
    public string Save => Say("Save", "Enregistrer");
    public string Saved => Say("Saved.", "Enregistré.");
    public string NotSaved(string why) => Say($"It could not be saved: {why}", $"L’enregistrement a échoué : {why}");

    public string NameOf(PublishedPart part) => part switch
    {
        PublishedPart.Figures => Say("Indicators and their figures", "Indicateurs et leurs chiffres"),
        PublishedPart.Contributions => Say("What the figures consist of, and whose it is", "De quoi les chiffres sont faits, et de qui"),
        _ => Say("The common agenda", "Le programme commun"),
    };

    public string NameOf(Role role) => role switch
    {
        Role.Member => Say("a member, who reads", "membre, en lecture"),
        Role.Partner => Say("a partner’s person, who enters its reports", "personne d’un partenaire, qui saisit ses rapports"),
        Role.Staff => Say("backbone staff", "personnel de l’organisme pivot"),
        Role.Administrator => Say("an administrator", "administratrice ou administrateur"),
        _ => Say("anybody", "tout le monde"),
    };

    public string Say(JoinFault fault) => fault switch
    {
        JoinFault.Spent => Say(
            "This invitation has been used or is too old. Ask whoever sent it for another.",
            "Cette invitation a été utilisée ou est trop ancienne. Demandez-en une autre à qui vous l’a envoyée."),
        JoinFault.NoName => Say("Give your name, at most 200 characters.", "Donnez votre nom, au plus 200 caractères."),
        JoinFault.NoEmail => Say("Give an email address, like ann@example.org.", "Donnez une adresse courriel, comme anne@exemple.org."),
        JoinFault.EmailTaken => Say("There is an account with this address. Sign in, and open the invitation again.", "Il y a déjà un compte avec cette adresse. Connectez-vous, puis ouvrez de nouveau l’invitation."),
        JoinFault.NoPasskey => PasskeyNotGiven,
        _ => Say("The password is too short: it needs 12 characters or more.", "Le mot de passe est trop court\u00A0: il faut 12 caractères ou plus."),
    };
}
