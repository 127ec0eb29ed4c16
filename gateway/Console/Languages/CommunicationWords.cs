namespace CollectiveImpact.Console.Languages;

/// <summary>The words of continuous communication.</summary>
public sealed partial class Words
{
    public string NothingSaid => Say("Nothing has been said here yet.", "Rien n’a encore été dit ici.");
    public string Announcements => Say("Announcements", "Annonces");
    public string Meetings => Say("Meetings", "Rencontres");
    public string Decisions => Say("Decided", "Décisions");
    public string OpenActions => Say("Actions still to be done", "Actions à faire");
    public string Stories => Say("Stories", "Récits");
    public string Channels => Say("Conversations", "Conversations");
    public string Posts(int count) => Some(count, "post", "posts", "message", "messages");
}
