using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of speaking with one another: channels, threads, announcements, stories, drafts and the digest.</summary>
public sealed partial class Words
{
    public string Announce => Say("Announce something", "Faire une annonce");
    public string AnnounceLead => Say("The initiatives below have it, at any depth.", "Les initiatives des paliers inférieurs la reçoivent, à toute profondeur.");
    public string ChangeAnnouncement => Say("Change the announcement", "Modifier l’annonce");
    public string AnnouncementUntil => Say("Holds until", "Vaut jusqu’au");
    public string TellStory => Say("Tell a story", "Raconter un récit");
    public string TellLead => Say("What changed, and for whom. The initiatives above have it, at any height.", "Ce qui a changé, et pour qui. Les initiatives des paliers supérieurs le reçoivent, à toute hauteur.");
    public string ChangeStory => Say("Change the story", "Modifier le récit");
    public string SpokenTitle => Say("Title", "Titre");
    public string SpokenText => Say("Text", "Texte");
    public string Publish => Say("Publish", "Publier");
    public string TakeBack => Say("Take it back", "Retirer");
    public string TakeBackSure => Say("It disappears everywhere it has reached.", "Ceci disparaît partout où c’est arrivé.");
    public string Drafts => Say("Drafts", "Brouillons");
    public string DraftsLead => Say("What is being written. It never leaves this node.", "Ce qui s’écrit encore. Cela ne quitte jamais ce nœud.");
    public string NoDrafts => Say("There is no draft.", "Il n’y a aucun brouillon.");
    public string ThrowAway => Say("Throw away", "Jeter");

    public string OpenChannel => Say("Open a channel", "Ouvrir une conversation");
    public string ChangeChannel => Say("Change the channel", "Modifier la conversation");
    public string CloseChannel => Say("Close the channel", "Fermer la conversation");
    public string CloseChannelSure => Say("Only a channel without threads can be closed.", "Seule une conversation sans sujet peut être fermée.");
    public string ChannelName => Say("What it is called", "Son nom");
    public string ChannelPurpose => Say("What it is for", "À quoi elle sert");
    public string ChannelReach => Say("How far it reaches; this can’t be changed later", "Sa portée\u00A0; elle ne peut être changée plus tard");
    public string OpenThread => Say("Open a thread", "Ouvrir un sujet");
    public string ThreadSubject => Say("Subject", "Sujet");
    public string NoThreads => Say("There is no thread here yet.", "Il n’y a encore aucun sujet ici.");
    public string OlderThreads => Say("There are more threads, which have rested for longer.", "Il y a d’autres sujets, en repos depuis plus longtemps.");
    public string NoPosts => Say("Nobody has posted yet.", "Personne n’a encore écrit.");
    public string AnswerThread => Say("Answer", "Répondre");
    public string YourPost => Say("What you say", "Ce que vous dites");
    public string SendPost => Say("Post", "Envoyer");
    public string WithdrawPost => Say("Withdraw", "Retirer");
    public string LaterPosts => Say("Later posts", "Messages suivants");

    public string DigestOf(int days) => Say($"The last {days} days", $"Les {days} derniers jours");
    public string NothingHappened => Say("Nothing happened in these days, as far as is known here.", "Rien ne s’est passé ces jours-là, d’après ce qu’on sait ici.");
    public string WhoIsSilent => Say("Who has fallen silent", "Qui ne donne plus de nouvelles");
    public string NobodyIsSilent => Say("Nobody.", "Personne.");

    public string NameOf(Reach reach) => reach == V1.Reach.Nest
        ? Say("open to the initiatives above and below", "ouverte aux initiatives des autres paliers")
        : Say("within this initiative", "au sein de cette initiative");

    public string NameOf(Draft.Types.Purpose purpose) => purpose switch
    {
        Draft.Types.Purpose.Announcement => Say("announcement", "annonce"),
        Draft.Types.Purpose.Story => Say("story", "récit"),
        Draft.Types.Purpose.Minutes => Say("minutes", "compte rendu"),
        _ => Say("post", "message"),
    };
}
