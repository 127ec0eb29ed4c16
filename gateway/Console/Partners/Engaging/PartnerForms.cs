using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Partners.Engaging;

/// <summary>Adding a partner, changing what is known of it, and noting that it was heard from.</summary>
internal sealed class PartnerForms(NestCalls calls, PartnersReader reader, CallInvoker invoker)
{
    private readonly NestCalls _calls = calls;
    private readonly V1.Partners.PartnersClient _partners = new(invoker);

    public static Task<IResult> Partner(HttpContext context, string id, PartnerForms forms) => FormRequest.ForStaff(context, forms._calls, id, async request =>
    {
        var (edition, words, key) = (request.Edition, request.Edition.Words, context.Request.Query["partner"].ToString());
        var stands = key.Length == 0
            ? new Partner { Kind = V1.Partner.Types.Kind.Organisation, Sharing = Sharing.Kept }
            : (await forms._calls.Ask(forms._partners.GetPartnerAsync, new GetPartnerRequest { Initiative = id, Partner = key }, request.Cancelled)).Value;
        if (stands is null)
            return Pages.NotFound(edition);
        var typed = request.Sent ?? Typed(stands);
        var back = edition.Links.Side(id, Side.Partners);
        if (request.Do is "remove" && await forms._calls.Save(
            edition, typed, forms._partners.RemovePartnerAsync,
            new RemovePartnerRequest { Initiative = id, Partner = key, Revision = typed["revision"] }, request.Cancelled) is not null)
            return new SeeOther(back);
        if (request.Do is "save" && typed.IsGiven(edition, "name", words.Name))
        {
            var partner = Read(typed, stands);
            var saved = key.Length > 0
                ? await forms._calls.Save(edition, typed, forms._partners.SavePartnerAsync, Request(key), request.Cancelled)
                : await forms._calls.SaveNew(edition, typed, forms._partners.SavePartnerAsync, MadeId.Of(partner.Name, "partner"), Request, request.Cancelled);
            if (saved is not null)
                return new SeeOther(back);

            SavePartnerRequest Request(string made) => new() { Initiative = id, Partner = new Partner(partner) { Partner_ = made } };
        }

        var engaged = await forms._calls.Ask(forms._partners.GetEngagementAsync, new GetEngagementRequest { Initiative = id }, request.Cancelled);
        var voices = engaged.Value?.Sought?.Voices ?? [];
        return await request.Show(head => new FormModel(
            head, Side.Partners, key.Length > 0 ? words.ChangePartner : words.AddPartner, [], edition.Links.Partner(id, key), back,
            Fields(edition, [.. voices.Select(voice => (voice.Voice_, Localized.Of(voice.Name, edition.Language, voice.Voice_).Value))]),
            typed, stands.Revision, key.Length > 0 ? null : words.AddPartner)
        {
            TakeOut = key.Length > 0 ? (words.TakePartnerOut, words.TakePartnerOutSure) : null,
        });
    });

    /// <summary>Notes on the page of partners that one was heard from.</summary>
    public static Task<IResult> Heard(HttpContext context, string id, PartnerForms forms) => FormRequest.ForStaff(context, forms._calls, id, async request =>
    {
        var (edition, typed) = (request.Edition, request.Sent!);
        return await forms._calls.Save(
            edition, typed, forms._partners.NoteHeardAsync, new NoteHeardRequest { Initiative = id, Partner = typed["partner"], Day = typed["day"] }, request.Cancelled) is not null
            ? new SeeOther(edition.Links.Side(id, Side.Partners))
            : Pages.Show<PartnersPage, PartnersModel>(edition, (await forms.Read(id, request.Cancelled)).As(model => model with { Heard = typed }));
    });

    private Task<Answer<PartnersModel>> Read(string id, CancellationToken cancellationToken) => reader.Read(id, cancellationToken);

    private static TypedForm Typed(Partner partner) => new TypedForm()
        .Add("revision", partner.Revision).Add("name", partner.Name).Add("kind", partner.Kind.ToString()).Add("sector", partner.Sector.ToString())
        .Add("ring", partner.Ring.ToString()).Add("desired", partner.DesiredRing.ToString()).Add("brings", partner.Brings).Add("needs", partner.Needs)
        .AddAll("voice", partner.Voices).Add("sharing", partner.Sharing.ToString());

    /// <summary>What was typed, in what stands: the day on which it was last heard from stays.</summary>
    private static Partner Read(TypedForm typed, Partner stands)
    {
        var partner = new Partner(stands)
        {
            Name = typed.Text("name"),
            Kind = typed.Choice<Partner.Types.Kind>("kind"),
            Sector = typed.Choice<Sector>("sector"),
            Ring = typed.Choice<Ring>("ring"),
            DesiredRing = typed.Choice<Ring>("desired"),
            Brings = typed.TextOrNone("brings"),
            Needs = typed.TextOrNone("needs"),
            Sharing = typed.Choice<Sharing>("sharing"),
            Revision = typed["revision"],
        };
        partner.Voices.Clear();
        partner.Voices.Add(typed.All("voice").Distinct());
        return partner;
    }

    private static IReadOnlyList<FormField> Fields(Edition edition, IReadOnlyList<(string, string)> voices)
    {
        var words = edition.Words;
        return
        [
            new TextAnswer("name", words.Name),
            ChoiceAnswer.Of<Partner.Types.Kind>("kind", words.PartnerKind, words.NameOf),
            ChoiceAnswer.Of<Sector>("sector", words.SectorHeading, words.NameOf),
            ChoiceAnswer.Of<Ring>("ring", words.RingNow, words.RingWithMeaning, withFirst: true),
            ChoiceAnswer.Of<Ring>("desired", words.RingWanted, words.RingWithMeaning, withFirst: true),
            new TextAnswer("brings", words.MayStayEmpty(words.WhatItBrings), Lines: 3, Longest: 2_000),
            new TextAnswer("needs", words.MayStayEmpty(words.WhatItNeeds), Lines: 3, Longest: 2_000),
            new ManyAnswer("voice", words.SpeaksWith, voices),
            SharingAnswer.With(words.SharePartner),
        ];
    }
}
