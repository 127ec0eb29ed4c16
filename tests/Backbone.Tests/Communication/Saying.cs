using CollectiveImpact.Backbone.Tests.Network;
using CollectiveImpact.Exchange.Documents;
using Google.Protobuf.WellKnownTypes;

namespace CollectiveImpact.Backbone.Tests.Communication;

/// <summary>Short words for what initiatives say in tests.</summary>
internal static class Saying
{
    public const string Canada = "ca", Ontario = "ca.on", Hamilton = "ca.on.hamilton", Toronto = "ca.on.toronto";

    public static Text Words(string english) => new() { En = english };

    public static Timestamp At(string instant) => Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));

    public static async Task<Announcement> Announce(this TestNode node, string initiative, string id, string day = "", string until = "", string text = "Hear, hear", string revision = "", params string[] about) =>
        await node.Communication.SaveAnnouncementAsync(new SaveAnnouncementRequest
        {
            Initiative = initiative,
            Announcement = new Announcement { Announcement_ = id, Title = Words(id), Text = Words(text), Day = day, Until = until, About = { about }, Revision = revision },
        });

    public static async Task<Story> Tell(this TestNode node, string initiative, string id, string day = "", string text = "It went well", string revision = "", params string[] about) =>
        await node.Communication.SaveStoryAsync(new SaveStoryRequest
        {
            Initiative = initiative,
            Story = new Story { Story_ = id, Title = Words(id), Text = Words(text), Day = day, About = { about }, Revision = revision },
        });

    public static async Task<CommunicationChannel> OpenChannel(this TestNode node, string initiative, string id, Reach reach, string revision = "") =>
        await node.Communication.SaveChannelAsync(new SaveChannelRequest
        {
            Initiative = initiative,
            Channel = new CommunicationChannel { Channel = id, Name = Words(id), Reach = reach, Revision = revision },
        });

    public static async Task<DiscussionThread> OpenThread(this TestNode node, string initiative, string channel, string id, string revision = "", params string[] about) =>
        await node.Communication.SaveThreadAsync(new SaveThreadRequest
        {
            Initiative = initiative,
            Thread = new DiscussionThread { Channel = channel, Thread = id, Subject = Words($"about {id}"), About = { about }, Revision = revision },
        });

    public static async Task<Post> Write(this TestNode node, string initiative, string of, string channel, string thread, string text, string author = "", string draft = "", int number = 0, string revision = "") =>
        await node.Communication.SavePostAsync(new SavePostRequest
        {
            Initiative = initiative,
            Post = new Post { Of = of, Channel = channel, Thread = thread, Text = Words(text), Author = author, Number = number, Revision = revision },
            Draft = draft,
        });

    public static async Task<IEnumerable<string>> Posts(this TestNode node, string initiative, string of, string channel, string thread) =>
        (await node.Communication.ListPostsAsync(new ListPostsRequest { Initiative = initiative, Of = of, Channel = channel, Thread = thread })).Posts.Select(post => post.Text.En);

    public static async Task<Draft> Draft(this TestNode node, string initiative, string id, string text, string revision = "") =>
        await node.Communication.SaveDraftAsync(new SaveDraftRequest
        {
            Initiative = initiative,
            Draft = new Draft { Draft_ = id, Purpose = V1.Draft.Types.Purpose.Post, Text = Words(text), Revision = revision },
        });

    public static Meeting Meeting(string id, string starts = "2026-03-02T18:00:00Z", Sharing sharing = Sharing.Unspecified, string revision = "") =>
        new() { Meeting_ = id, Name = Words(id), Starts = At(starts), Sharing = sharing, Revision = revision };

    public static async Task<Meeting> Meet(this TestNode node, string initiative, Meeting meeting) =>
        await node.Communication.SaveMeetingAsync(new SaveMeetingRequest { Initiative = initiative, Meeting = meeting });

    public static Decision Decision(string id, string day = "", params string[] about) => new() { Decision_ = id, Text = Words(id), Day = day, About = { about } };

    public static MeetingAction Action(string id, string owner = "", string due = "", string done = "") =>
        new() { Action = id, What = Words(id), Owner = owner, Due = due, Done = done };

    public static async Task<Partner> Partner(this TestNode node, string initiative, string id, Sharing sharing, string lastHeard = "") =>
        await node.Partners.SavePartnerAsync(new SavePartnerRequest
        {
            Initiative = initiative,
            Partner = new Partner
            {
                Initiative = initiative,
                Partner_ = id,
                Kind = sharing == Sharing.Shared ? V1.Partner.Types.Kind.Organisation : V1.Partner.Types.Kind.Person,
                Name = Words($"The name of {id}"),
                Sector = Sector.Health,
                Ring = Ring.Involved,
                LastHeard = lastHeard,
                Sharing = sharing,
            },
        });

    /// <summary>All that is in a node's log.</summary>
    public static List<StoredDocument> Documents(this TestNode node) => node.Log.Read(reader => reader.DocumentsAfter(0, 10_000));
}
