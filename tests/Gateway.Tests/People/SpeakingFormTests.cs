using System.Net;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>Announcing, telling, conversing and keeping drafts by forms.</summary>
public sealed class SpeakingFormTests : SignedInGateway
{
    private const string Thread = "/initiatives/ca/channels/ca/commons/asked";

    [Fact]
    public async Task An_announcement_is_published_from_its_draft()
    {
        SaveAnnouncementRequest? said = null;
        Node.State.Answers.On<ListDraftsRequest, ListDraftsResponse>(_ => new ListDraftsResponse
        {
            Drafts = { new Draft { Draft_ = "d", Purpose = Draft.Types.Purpose.Announcement, Subject = new Text { Fr = "Été" }, Text = new Text { Fr = "Voici." }, Revision = "0.3" } },
        });
        Node.State.Answers.On<SaveAnnouncementRequest, Announcement>(request => (said = request).Announcement);
        using var bob = await StaffAsync();
        Assert.Contains("Voici.</textarea>", (await bob.Open("/fr/initiatives/ca/announce?draft=d")).Html);
        var page = await bob.Send(
            "/fr/initiatives/ca/announce?draft=d", ("draft", "d"), ("title.fr", "Été"), ("title.en", "Summer"), ("text.fr", "Voici.\r\nVoilà."), ("until", "2027-01-31"), ("do", "save"));
        Assert.Equal("/fr/initiatives/ca/communication", page.Leads);
        Assert.Equal(("summer", "d", "2027-01-31", ""), (said!.Announcement.Announcement_, said.Draft, said.Announcement.Until, said.Announcement.Revision));
        Assert.Equal((new Text { Fr = "Été", En = "Summer" }, new Text { Fr = "Voici.\nVoilà." }), (said.Announcement.Title, said.Announcement.Text));
    }

    [Fact]
    public async Task A_story_that_stands_is_changed_at_its_revision_and_keeps_its_day()
    {
        Story? saved = null;
        Node.State.Answers.On<ListStoriesRequest, ListStoriesResponse>(_ => new ListStoriesResponse
        {
            Stories = { new Story { Initiative = "ca", Story_ = "stairs", Title = new Text { En = "Stairs" }, Text = new Text { En = "Up." }, Day = "2026-01-01", About = { "clause ca/keep" }, Revision = "1.4" } },
        });
        Node.State.Answers.On<SaveStoryRequest, Story>(request => saved = request.Story);
        using var bob = await StaffAsync();
        await bob.Send("/en/initiatives/ca/tell?story=stairs", ("revision", "1.4"), ("title.en", "Stairs"), ("text.en", "Down."), ("do", "save"));
        Assert.Equal(("stairs", "1.4", "2026-01-01", "Down.", "clause ca/keep"), (saved!.Story_, saved.Revision, saved.Day, saved.Text.En, Assert.Single(saved.About)));
        Assert.Equal(HttpStatusCode.NotFound, (await bob.Open("/en/initiatives/ca/tell?story=gone")).Status);
    }

    [Fact]
    public async Task A_draft_is_kept_without_being_whole_and_thrown_away()
    {
        Draft? kept = null;
        RemoveDraftRequest? thrown = null;
        Node.State.Answers.On<SaveDraftRequest, Draft>(request => kept = request.Draft);
        Node.State.Answers.On<ListDraftsRequest, ListDraftsResponse>(_ => new ListDraftsResponse { Drafts = { new Draft { Draft_ = "stairs", Revision = "0.1" } } });
        Node.State.Answers.On<RemoveDraftRequest, RemoveDraftResponse>(request =>
        {
            thrown = request;
            return new RemoveDraftResponse();
        });
        using var bob = await StaffAsync();
        Assert.Equal("/en/initiatives/ca/drafts", (await bob.Send("/en/initiatives/ca/tell", ("title.en", "Stairs"), ("do", "draft"))).Leads);
        Assert.Equal(("stairs", Draft.Types.Purpose.Story, (Text?)null), (kept!.Draft_, kept.Purpose, kept.Text));
        Assert.Equal("/en/initiatives/ca/drafts", (await bob.Send("/en/initiatives/ca/drafts", ("draft", "stairs"), ("revision", "0.1"))).Leads);
        Assert.Equal(("stairs", "0.1"), (thrown!.Draft, thrown.Revision));
    }

    [Fact]
    public async Task What_is_missing_or_refused_is_said_and_what_was_typed_stays()
    {
        Node.State.Answers.On<SaveStoryRequest, Story>(_ => throw new RpcException(new Status(StatusCode.InvalidArgument, "story.author: <nobody>")));
        using var bob = await StaffAsync();
        var missing = await bob.Send("/en/initiatives/ca/tell", ("title.en", "Stairs"), ("do", "save"));
        Assert.Contains("Text: fill this in.", missing.Html);
        Assert.Contains("value=\"Stairs\"", missing.Html);
        var refused = await bob.Send("/en/initiatives/ca/tell", ("title.en", "Stairs"), ("text.en", "Up & <down>"), ("do", "save"));
        Assert.Contains("story.author: &lt;nobody&gt;", refused.Html);
        Assert.Contains("Up &amp; &lt;down&gt;</textarea>", refused.Html);
    }

    [Fact]
    public async Task A_thread_is_answered_and_an_own_post_withdrawn()
    {
        SavePostRequest? said = null;
        WithdrawPostRequest? withdrawn = null;
        Converse();
        Node.State.Answers.On<SavePostRequest, Post>(request => (said = request).Post);
        Node.State.Answers.On<WithdrawPostRequest, WithdrawPostResponse>(request =>
        {
            withdrawn = request;
            return new WithdrawPostResponse();
        });
        using var bob = await StaffAsync();
        Assert.Contains("We <b>.", WebUtility.HtmlDecode((await bob.Open("/en" + Thread)).Html));
        Assert.Contains("What you say: fill this in.", (await bob.Send("/en" + Thread, ("do", "save"))).Html);
        Assert.Equal("/fr" + Thread, (await bob.Send("/fr" + Thread, ("text.fr", "Oui."), ("author", "ymca"), ("do", "save"))).Leads);
        Assert.Equal(("ca", "commons", "asked", "ymca", "Oui.", 0), (said!.Post.Of, said.Post.Channel, said.Post.Thread, said.Post.Author, said.Post.Text.Fr, said.Post.Number));
        Assert.Equal("/en" + Thread, (await bob.Send("/en" + Thread, ("do", "withdraw"), ("number", "2"), ("revision", "0.1"))).Leads);
        Assert.Equal((2, "0.1"), (withdrawn!.Number, withdrawn.Revision));
    }

    [Fact]
    public async Task A_channel_and_a_thread_are_opened()
    {
        CommunicationChannel? channel = null;
        DiscussionThread? thread = null;
        Converse();
        Node.State.Answers.On<SaveChannelRequest, CommunicationChannel>(request => channel = request.Channel);
        Node.State.Answers.On<SaveThreadRequest, DiscussionThread>(request => thread = request.Thread);
        using var bob = await StaffAsync();
        Assert.Equal(
            "/en/initiatives/ca/channels/ca/every-week",
            (await bob.Send("/en/initiatives/ca/open-channel", ("name.en", "Every week"), ("reach", "Nest"), ("do", "save"))).Leads);
        Assert.Equal((Reach.Nest, (Text?)null), (channel!.Reach, channel.Purpose));
        Assert.Equal(
            "/en/initiatives/ca/channels/ca/commons/who",
            (await bob.Send("/en/initiatives/ca/open-thread/commons", ("subject.en", "Who?"), ("do", "save"))).Leads);
        Assert.Equal(("commons", "Who?"), (thread!.Channel, thread.Subject.En));
    }

    private void Converse()
    {
        Node.State.Answers.On<ListChannelsRequest, ListChannelsResponse>(_ => new ListChannelsResponse
        {
            Channels = { new CommunicationChannel { Initiative = "ca", Channel = "commons", Name = new Text { En = "Commons" }, Reach = Reach.Nest } },
        });
        Node.State.Answers.On<ListThreadsRequest, ListThreadsResponse>(_ => new ListThreadsResponse
        {
            Threads = { new DiscussionThread { Initiative = "ca", Channel = "commons", Thread = "asked", Subject = new Text { En = "Asked" } } },
        });
        Node.State.Answers.On<ListPostsRequest, ListPostsResponse>(_ => new ListPostsResponse
        {
            Posts = { new Post { Initiative = "ca", Number = 2, Text = new Text { En = "We <b>." }, Revision = "0.1" } },
        });
    }

    private async Task<Visitor> StaffAsync()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        return await JoinAsync(await InviteAsync(ann, Maps.Canada, "Staff"), "bob");
    }
}
