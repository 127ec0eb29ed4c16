using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Partners.Engaging;

/// <summary>Which voices an initiative seeks to hear, all on one form. One whose name is cleared is sought no more.</summary>
internal sealed class VoiceForms(NestCalls calls, CallInvoker invoker)
{
    private const int Spare = 4;

    private readonly NestCalls _calls = calls;
    private readonly V1.Partners.PartnersClient _partners = new(invoker);

    public static Task<IResult> Voices(HttpContext context, string id, VoiceForms forms) => FormRequest.ForStaff(context, forms._calls, id, async request =>
    {
        var (edition, words) = (request.Edition, request.Edition.Words);
        var engaged = await forms._calls.Ask(forms._partners.GetEngagementAsync, new GetEngagementRequest { Initiative = id }, request.Cancelled);
        if (!engaged.Has(out var engagement))
            return Pages.Show<FormPage, FormModel>(edition, engaged.As<FormModel>(_ => null!));
        var stands = engagement.Sought ?? new SoughtVoices();
        var typed = request.Sent ?? stands.Voices.Aggregate(
            new TypedForm().Add("revision", stands.Revision), (form, voice) => form.Add($"voice.{voice.Voice_}", voice.Name));
        if (request.Do is "save" && await forms._calls.Save(
            edition, typed, forms._partners.SeekVoicesAsync,
            new SeekVoicesRequest { Initiative = id, Voices = { Read(typed, stands) }, Revision = typed["revision"] }, request.Cancelled) is not null)
            return new SeeOther(edition.Links.Side(id, Side.Partners));
        return await request.Show(head => new FormModel(
            head, Side.Partners, words.VoicesSought, [], edition.Links.Voices(id), edition.Links.Side(id, Side.Partners),
            [
                .. stands.Voices.Select((voice, i) => new TextAnswer($"voice.{voice.Voice_}", words.VoiceNumber(i + 1))),
                .. Enumerable.Range(0, Spare).Select(i => new TextAnswer($"new.{i}", words.VoiceNumber(stands.Voices.Count + i + 1))),
            ],
            typed, stands.Revision)
        {
            Lead = words.VoicesLead,
        });
    });

    private static IEnumerable<Voice> Read(TypedForm typed, SoughtVoices stands)
    {
        var taken = stands.Voices.Select(voice => voice.Voice_).ToHashSet();
        foreach (var voice in stands.Voices)
            if (typed.TextOrNone($"voice.{voice.Voice_}") is { } name)
                yield return new Voice { Voice_ = voice.Voice_, Name = name };
        for (var i = 0; i < Spare; i++)
        {
            if (typed.TextOrNone($"new.{i}") is not { } name)
                continue;
            var made = MadeId.Of(name, "voice", taken);
            taken.Add(made);
            yield return new Voice { Voice_ = made, Name = name };
        }
    }
}
