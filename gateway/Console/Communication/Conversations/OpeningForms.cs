using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Communication.Conversations;

/// <summary>Opening a channel, and a thread in it.</summary>
internal sealed class OpeningForms(NestCalls calls, ConversationReader reader, CallInvoker invoker)
{
    private readonly NestCalls _calls = calls;
    private readonly ConversationReader _reader = reader;
    private readonly V1.Communication.CommunicationClient _communication = new(invoker);

    public static Task<IResult> Channel(HttpContext context, string id, OpeningForms forms) => FormRequest.ForStaff(context, forms._calls, id, async request =>
    {
        var (edition, words, key) = (request.Edition, request.Edition.Words, context.Request.Query["channel"].ToString());
        var stands = key.Length == 0 ? new CommunicationChannel { Reach = Reach.Within } : (await forms._reader.Find(id, id, key, request.Cancelled)).Value;
        if (stands is null)
            return Pages.NotFound(edition);
        var typed = request.Sent ?? new TypedForm()
            .Add("revision", stands.Revision).Add("name", stands.Name).Add("purpose", stands.Purpose).Add("reach", stands.Reach.ToString());
        if (request.Do is "remove" && await forms._calls.Save(
            edition, typed, forms._communication.RemoveChannelAsync,
            new RemoveChannelRequest { Initiative = id, Channel = key, Revision = typed["revision"] }, request.Cancelled) is not null)
            return new SeeOther(edition.Links.Side(id, Side.Communication));
        if (request.Do is "save" && typed.IsGiven(edition, "name", words.ChannelName))
        {
            var channel = new CommunicationChannel(stands)
            {
                Name = typed.Text("name"), Purpose = typed.TextOrNone("purpose"), Revision = typed["revision"],
                // How far it reaches is settled when it is opened.
                Reach = key.Length > 0 ? stands.Reach : typed.Choice<Reach>("reach"),
            };
            var saved = key.Length > 0
                ? await forms._calls.Save(edition, typed, forms._communication.SaveChannelAsync, Request(key), request.Cancelled)
                : await forms._calls.SaveNew(
                    edition, typed, forms._communication.SaveChannelAsync, MadeId.Of(channel.Name, "channel"), Request, request.Cancelled);
            if (saved is not null)
                return new SeeOther(edition.Links.Channel(id, id, saved.Channel));

            SaveChannelRequest Request(string made) => new() { Initiative = id, Channel = new CommunicationChannel(channel) { Channel = made } };
        }

        FormField[] reach = key.Length > 0 ? [] : [ChoiceAnswer.Of<Reach>("reach", words.ChannelReach, words.NameOf)];
        return await request.Show(head => new FormModel(
            head, Side.Communication, key.Length > 0 ? words.ChangeChannel : words.OpenChannel, [], edition.Links.OpenChannel(id, key),
            key.Length > 0 ? edition.Links.Channel(id, id, key) : edition.Links.Side(id, Side.Communication),
            [new TextAnswer("name", words.ChannelName), new TextAnswer("purpose", words.MayStayEmpty(words.ChannelPurpose), Lines: 3, Longest: 2_000), .. reach],
            typed, stands.Revision, key.Length > 0 ? null : words.OpenChannel)
        {
            TakeOut = key.Length > 0 ? (words.CloseChannel, words.CloseChannelSure) : null,
        });
    });

    public static Task<IResult> Thread(HttpContext context, string id, string channel, OpeningForms forms) => FormRequest.ForStaff(context, forms._calls, id, async request =>
    {
        var (edition, words) = (request.Edition, request.Edition.Words);
        if ((await forms._reader.Find(id, id, channel, request.Cancelled)).Value is not { } place)
            return Pages.NotFound(edition);
        var typed = request.Sent ?? new TypedForm();
        if (request.Do is "save" && typed.IsGiven(edition, "subject", words.ThreadSubject))
        {
            var subject = typed.Text("subject");
            var saved = await forms._calls.SaveNew(
                edition, typed, forms._communication.SaveThreadAsync, MadeId.Of(subject, "thread"),
                made => new SaveThreadRequest { Initiative = id, Thread = new DiscussionThread { Channel = channel, Thread = made, Subject = subject } }, request.Cancelled);
            if (saved is not null)
                return new SeeOther(edition.Links.Thread(id, id, channel, saved.Thread));
        }

        var back = edition.Links.Channel(id, id, channel);
        return await request.Show(head => new FormModel(
            head, Side.Communication, words.OpenThread, [(back, Localized.Of(place.Name, edition.Language, channel))], edition.Links.OpenThread(id, channel), back,
            [new TextAnswer("subject", words.ThreadSubject)], typed, "", words.OpenThread));
    });
}
