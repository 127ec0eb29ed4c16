using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Partners;

/// <summary>The partners of an initiative: written, listed, and held against what is sought.</summary>
internal sealed class PartnersService(PartnerRecords records, RecordCalls calls, TimeProvider time) : V1.Partners.PartnersBase
{
    private const int SilentAfterDays = 90;

    public override Task<Partner> SavePartner(SavePartnerRequest request, ServerCallContext context)
    {
        var partner = request.Partner?.Clone() ?? new Partner();
        Check.Same("partner.initiative", partner.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(records.Partners, request.Initiative, "", (transaction, epoch) => Save(transaction, request.Initiative, epoch, partner), context);
    }

    public override Task<RemovePartnerResponse> RemovePartner(RemovePartnerRequest request, ServerCallContext context) => calls.RemoveAsync(
        records.Partners, request.Initiative, "", request.Partner, request.Revision, "partner", new RemovePartnerResponse(), context);

    public override Task<Partner> GetPartner(GetPartnerRequest request, ServerCallContext context) => Task.FromResult(
        calls.Read(request.Initiative, (reader, _) => Show(records.Partners.Get(reader.Find, request.Initiative, request.Partner, "partner"))));

    public override Task<ListPartnersResponse> ListPartners(ListPartnersRequest request, ServerCallContext context)
    {
        var size = Page<Partner>.Size(request.PageSize);
        (Check.KnownOrNone("sector", request.Sector)
            ?? Check.KnownOrNone("ring", request.Ring)
            ?? Check.KnownOrNone("desired_ring", request.DesiredRing)
            ?? Check.Day("silent_since", request.SilentSince, out _))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) =>
        {
            var page = Page<Partner>.Take(
                records.Partners.Standing(reader, request.Initiative, request.PageToken)
                    .Where(found => IsAskedFor(found.Record, request))
                    .Select(found => (found.Id, Show(found))),
                size);
            return new ListPartnersResponse { Partners = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<Partner> NoteHeard(NoteHeardRequest request, ServerCallContext context)
    {
        Check.Day("day", request.Day, out var said)?.Throw();
        var day = said ?? time.Today();
        if (day > time.Today()) CallFault.Invalid("day", $"{request.Day} is still to come; give the day on which the partner was heard").Throw();
        return calls.WriteAsync(records.Partners, request.Initiative, "", (transaction, epoch) => NoteHeard(transaction, epoch, request, day), context);
    }

    public override Task<SoughtVoices> SeekVoices(SeekVoicesRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Voices, request.Initiative, "",
        (transaction, epoch) => Show(records.Voices.Save(
            transaction, request.Initiative, VoicesKind.Id, epoch, new SoughtVoices { Voices = { request.Voices } }, request.Revision)),
        context);

    public override Task<Engagement> GetEngagement(GetEngagementRequest request, ServerCallContext context)
    {
        Check.Day("silent_since", request.SilentSince, out var since)?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) => EngagementOf.Partners(
            request.Initiative,
            [.. records.Partners.Standing(reader, request.Initiative).Select(Show)],
            SoughtBy(reader.Find, request.Initiative),
            since ?? time.Today().AddDays(-SilentAfterDays))));
    }

    private Partner Save(LogTransaction transaction, string initiative, long epoch, Partner partner)
    {
        var (id, revision, sharing) = (partner.Partner_, partner.Revision, partner.Sharing);
        if (sharing == Sharing.Unspecified) sharing = records.Partners.Find(transaction.Find, initiative, id)?.Sharing ?? Sharing.Kept;
        Check.Known("partner.sharing", sharing)?.Throw();
        (partner.Initiative, partner.Partner_, partner.Revision, partner.Sharing) = ("", "", "", Sharing.Unspecified);
        CheckVoices(transaction, initiative, partner);
        return Show(records.Partners.Save(transaction, initiative, id, epoch, partner, revision, sharing));
    }

    private void CheckVoices(LogTransaction transaction, string initiative, Partner partner)
    {
        var sought = SoughtBy(transaction.Find, initiative).Voices.Select(voice => voice.Voice_).ToHashSet();
        for (var i = 0; i < partner.Voices.Count; i++)
            if (!sought.Contains(partner.Voices[i]))
                CallFault.Invalid($"partner.voices[{i}]", $"`{Check.Shown(partner.Voices[i])}` is none of the voices that {initiative} seeks; say so first (Partners.SeekVoices)").Throw();
    }

    private Partner NoteHeard(LogTransaction transaction, long epoch, NoteHeardRequest request, DateOnly day)
    {
        var found = records.Partners.Get(transaction.Find, request.Initiative, request.Partner, "partner");
        var heard = day.Written();
        if (string.CompareOrdinal(heard, found.Record.LastHeard) <= 0) return Show(found);
        found.Record.LastHeard = heard;
        return Show(records.Partners.Save(transaction, request.Initiative, request.Partner, epoch, found.Record, found.Revision, found.Sharing));
    }

    private SoughtVoices SoughtBy(Func<DocumentKey, StoredDocument?> find, string initiative) =>
        records.Voices.Find(find, initiative, VoicesKind.Id) is { } found ? Show(found) : new SoughtVoices { Initiative = initiative };

    private static bool IsAskedFor(Partner partner, ListPartnersRequest request) =>
        (request.Sector == Sector.Unspecified || partner.Sector == request.Sector)
        && (request.Ring == Ring.Unspecified || partner.Ring == request.Ring)
        && (request.DesiredRing == Ring.Unspecified || partner.DesiredRing == request.DesiredRing)
        && (request.Voice.Length == 0 || partner.Voices.Contains(request.Voice))
        && (request.SilentSince.Length == 0 || string.CompareOrdinal(partner.LastHeard, request.SilentSince) < 0);

    private static Partner Show(Found<Partner> found)
    {
        var partner = found.Record.Clone();
        (partner.Initiative, partner.Partner_, partner.Revision, partner.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        return partner;
    }

    private static SoughtVoices Show(Found<SoughtVoices> found)
    {
        var voices = found.Record.Clone();
        (voices.Initiative, voices.Revision) = (found.Initiative, found.Revision);
        return voices;
    }
}
