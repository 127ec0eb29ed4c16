namespace CollectiveImpact.Console.Languages;

/// <summary>The words of continuous communication.</summary>
public sealed partial class Words
{
    public string NothingSaid => Say();
    public string Announcements => Say();
    public string Meetings => Say();
    public string Decisions => Say();
    public string OpenActions => Say();
    public string Stories => Say();
    public string Channels => Say();
    public string Posts(int count) => Some(count);
}
