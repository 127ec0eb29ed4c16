using CollectiveImpact.Console.Communication.Speaking;
using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Communication.Conversations;

/// <summary>Channels and threads: read, and answered by staff.</summary>
internal sealed class ConversationPages(NestCalls calls, ConversationReader reader, DraftKeeping drafts, CallInvoker invoker)
{
    private readonly NestCalls _calls = calls;
    private readonly V1.Communication.CommunicationClient _communication = new(invoker);

    public static async Task<IResult> Channel(HttpContext context, string id, string of, string channel, ConversationReader reader)
    {
        var edition = new Edition(context.Request);
        return Are(id, of, channel)
            ? Pages.Show<ChannelPage, ChannelModel>(edition, await reader.Read(id, of, channel, context.RequestAborted))
            : Pages.NotFound(edition);
    }

    public static async Task<IResult> Thread(HttpContext context, string id, string of, string channel, string thread, ConversationPages pages)
    {
        var edition = new Edition(context.Request);
        if (!Are(id, of, channel, thread))
            return Pages.NotFound(edition);
        var typed = new TypedForm();
        if (edition.Visitor?.IsStaffOf(id) == true
            && await pages.Drafts.Find(new(context, edition, pages._calls, id, null), Draft.Types.Purpose.Post) is { } draft)
            typed.Add("text", draft.Text).Add("draft", draft.Draft_).Add("draft-revision", draft.Revision);
        return await pages.Show(context, edition, id, of, channel, thread, typed);
    }

    private DraftKeeping Drafts => drafts;

    public static Task<IResult> Say(HttpContext context, string id, string of, string channel, string thread, ConversationPages pages) =>
        FormRequest.ForStaff(context, pages._calls, id, async request =>
        {
            var (edition, typed) = (request.Edition, request.Sent!);
            if (!Are(id, of, channel, thread))
                return Pages.NotFound(edition);
            var back = edition.Links.Thread(id, of, channel, thread);
            var isDone = request.Do switch
            {
                "withdraw" => await pages.Withdraw(request, of, channel, thread),
                "draft" => await pages.Drafts.Keep(request, new Draft { Purpose = Draft.Types.Purpose.Post, Place = $"{of}/{channel}/{thread}", Text = typed.Text("text") }),
                _ => typed.IsGiven(edition, "text", edition.Words.YourPost) && await pages._calls.Save(
                    edition,
                    typed,
                    pages._communication.SavePostAsync,
                    new SavePostRequest
                    {
                        Initiative = id,
                        Post = new Post { Of = of, Channel = channel, Thread = thread, Author = typed["author"], Text = typed.Text("text") },
                        Draft = typed["draft"],
                    },
                    request.Cancelled) is not null,
            };
            return !isDone ? await pages.Show(context, edition, id, of, channel, thread, typed)
                : new SeeOther(request.Do == "draft" ? edition.Links.Drafts(id) : back);
        });

    private async Task<bool> Withdraw(FormRequest request, string of, string channel, string thread)
    {
        var typed = request.Sent!;
        _ = int.TryParse(typed["number"], out var number);
        return await _calls.Save(
            request.Edition,
            typed,
            _communication.WithdrawPostAsync,
            new WithdrawPostRequest { Initiative = request.Id, Of = of, Channel = channel, Thread = thread, Number = number, Revision = typed["revision"] },
            request.Cancelled) is not null;
    }

    private async Task<IResult> Show(HttpContext context, Edition edition, string id, string of, string channel, string thread, TypedForm typed) =>
        Pages.Show<ThreadPage, ThreadModel>(
            edition, await reader.Read(id, of, channel, thread, context.Request.Query["after"].ToString(), typed, context.RequestAborted));

    private static bool Are(params IEnumerable<string> ids) => ids.All(InitiativeId.IsOne);
}
