using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Partners;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Communication.Speaking;

/// <summary>Announcing to those below, and telling a story to those above: written, kept as a draft, published, changed and taken back.</summary>
internal sealed class SpeakingForms(NestCalls calls, DraftKeeping drafts, CallInvoker invoker)
{
    private const int Most = 1_000;

    private readonly NestCalls _calls = calls;
    private readonly V1.Communication.CommunicationClient _communication = new(invoker);

    public static Task<IResult> Announce(HttpContext context, string id, SpeakingForms forms) => FormRequest.ForStaff(context, forms._calls, id, async request =>
    {
        var key = context.Request.Query["announcement"].ToString();
        var stands = key.Length == 0 ? new Announcement() : (await forms._calls.Ask(
            forms._communication.ListAnnouncementsAsync, new ListAnnouncementsRequest { Initiative = id, PageSize = Most }, request.Cancelled))
            .Value?.Announcements.FirstOrDefault(each => each.Announcement_ == key && each.Initiative == id);
        if (stands is null)
            return Pages.NotFound(request.Edition);
        var typed = request.Sent ?? await forms.Begin(request, Draft.Types.Purpose.Announcement, stands.Revision, stands.Title, stands.Text, stands.Author);
        if (request.Sent is null)
            typed.Add("until", stands.Until);
        if (request.Do is "remove" && await forms._calls.Save(
            request.Edition, typed, forms._communication.RemoveAnnouncementAsync,
            new RemoveAnnouncementRequest { Initiative = id, Announcement = key, Revision = typed["revision"] }, request.Cancelled) is not null)
            return Back(request);
        if (request.Do is "draft" && await forms.KeepDraft(request, Draft.Types.Purpose.Announcement))
            return new SeeOther(request.Edition.Links.Drafts(id));
        if (request.Do is "save" && IsWhole(request))
        {
            var announcement = new Announcement(stands)
            {
                Title = typed.Text("title"), Text = typed.Text("text"), Until = typed["until"], Author = typed["author"], Revision = typed["revision"],
            };
            var saved = key.Length > 0
                ? await forms._calls.Save(request.Edition, typed, forms._communication.SaveAnnouncementAsync, Request(key), request.Cancelled)
                : await forms._calls.SaveNew(
                    request.Edition, typed, forms._communication.SaveAnnouncementAsync, MadeId.Of(announcement.Title, "announcement"), Request, request.Cancelled);
            if (saved is not null)
                return Back(request);

            SaveAnnouncementRequest Request(string made) =>
                new() { Initiative = id, Announcement = new Announcement(announcement) { Announcement_ = made }, Draft = typed["draft"] };
        }

        var words = request.Edition.Words;
        return await forms.Show(
            request, typed, stands.Revision, key.Length > 0 ? words.ChangeAnnouncement : words.Announce, words.AnnounceLead, request.Edition.Links.Announce(id, key),
            [new LineAnswer("until", words.MayStayEmpty(words.AnnouncementUntil), "date")]);
    });

    public static Task<IResult> Tell(HttpContext context, string id, SpeakingForms forms) => FormRequest.ForStaff(context, forms._calls, id, async request =>
    {
        var key = context.Request.Query["story"].ToString();
        var stands = key.Length == 0 ? new Story() : (await forms._calls.Ask(
            forms._communication.ListStoriesAsync, new ListStoriesRequest { Initiative = id, PageSize = Most }, request.Cancelled))
            .Value?.Stories.FirstOrDefault(each => each.Story_ == key && each.Initiative == id);
        if (stands is null)
            return Pages.NotFound(request.Edition);
        var typed = request.Sent ?? await forms.Begin(request, Draft.Types.Purpose.Story, stands.Revision, stands.Title, stands.Text, stands.Author);
        if (request.Do is "remove" && await forms._calls.Save(
            request.Edition, typed, forms._communication.RemoveStoryAsync,
            new RemoveStoryRequest { Initiative = id, Story = key, Revision = typed["revision"] }, request.Cancelled) is not null)
            return Back(request);
        if (request.Do is "draft" && await forms.KeepDraft(request, Draft.Types.Purpose.Story))
            return new SeeOther(request.Edition.Links.Drafts(id));
        if (request.Do is "save" && IsWhole(request))
        {
            var story = new Story(stands) { Title = typed.Text("title"), Text = typed.Text("text"), Author = typed["author"], Revision = typed["revision"] };
            var saved = key.Length > 0
                ? await forms._calls.Save(request.Edition, typed, forms._communication.SaveStoryAsync, Request(key), request.Cancelled)
                : await forms._calls.SaveNew(
                    request.Edition, typed, forms._communication.SaveStoryAsync, MadeId.Of(story.Title, "story"), Request, request.Cancelled);
            if (saved is not null)
                return Back(request);

            SaveStoryRequest Request(string made) => new() { Initiative = id, Story = new Story(story) { Story_ = made }, Draft = typed["draft"] };
        }

        var words = request.Edition.Words;
        return await forms.Show(
            request, typed, stands.Revision, key.Length > 0 ? words.ChangeStory : words.TellStory, words.TellLead, request.Edition.Links.Tell(id, key), []);
    });

    private static SeeOther Back(FormRequest request) => new(request.Edition.Links.Side(request.Id, Side.Communication));

    private static bool IsWhole(FormRequest request)
    {
        var (typed, words) = (request.Sent!, request.Edition.Words);
        // Both are asked about, so that both are said.
        return typed.IsGiven(request.Edition, "title", words.SpokenTitle) & typed.IsGiven(request.Edition, "text", words.SpokenText);
    }

    /// <summary>What stands, or the draft that is gone on with.</summary>
    private async Task<TypedForm> Begin(FormRequest request, Draft.Types.Purpose purpose, string revision, Text? title, Text? text, string author)
    {
        var typed = new TypedForm().Add("revision", revision).Add("author", author);
        return await drafts.Find(request, purpose) is { } draft
            ? typed.Add("title", draft.Subject).Add("text", draft.Text).Add("draft", draft.Draft_).Add("draft-revision", draft.Revision)
            : typed.Add("title", title).Add("text", text);
    }

    private Task<bool> KeepDraft(FormRequest request, Draft.Types.Purpose purpose) => drafts.Keep(
        request, new Draft { Purpose = purpose, Subject = request.Sent!.Text("title"), Text = request.Sent.Text("text") });

    private async Task<IResult> Show(
        FormRequest request, TypedForm typed, string stands, string title, string lead, string action, IReadOnlyList<FormField> more)
    {
        var (edition, words) = (request.Edition, request.Edition.Words);
        var partners = await _calls.ReadPartnerNames(request.Id, request.Cancelled);
        return await request.Show(head => new FormModel(
            head, Side.Communication, title, [], action, edition.Links.Side(request.Id, Side.Communication),
            [
                new TextAnswer("title", words.SpokenTitle), new TextAnswer("text", words.SpokenText, Lines: 10, Longest: 10_000, words.MinutesHint),
                new ChoiceAnswer("author", words.WhoSpeaks, [("", edition.Name(head.Initiative).Value), .. partners.Shared(edition)]), .. more,
            ],
            typed, stands, stands.Length == 0 ? words.Publish : null)
        {
            Lead = lead,
            MayDraft = stands.Length == 0,
            TakeOut = stands.Length > 0 ? (words.TakeBack, words.TakeBackSure) : null,
        });
    }
}
