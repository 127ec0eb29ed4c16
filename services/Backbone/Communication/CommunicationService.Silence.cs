using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>Who has fallen silent.</summary>
internal sealed partial class CommunicationService
{
    private const int SilentAfterDays = 90;
    private const string OfPartner = "partner", OfInitiative = "initiative";

    // The kinds by which a partner is heard from.
    private static readonly string[] TakingPart =
        ["announcement", "meeting", "meeting-kept", PostKind.NameOf(Reach.Nest), PostKind.NameOf(Reach.Within), "story"];

    public override Task<ListSilentResponse> ListSilent(ListSilentRequest request, ServerCallContext context)
    {
        var size = Page<Silent>.Size(request.PageSize);
        Check.Day("since", request.Since, out var said)?.Throw();
        var since = (said ?? time.Today().AddDays(-SilentAfterDays)).Written();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var page = Page<Silent>.Take(
                SilenceOf.Since([.. PartnersHeard(reader, request.Initiative), .. BelowHeard(reader, standing.Nest, request.Initiative)], since)
                    .Where(each => string.CompareOrdinal(each.Place, request.PageToken) > 0)
                    .Select(each => (each.Place, Show(reader, standing.Nest, request.Initiative, each))),
                size);
            return new ListSilentResponse { Silent = { page.Items }, NextPageToken = page.NextToken, Since = since };
        }));
    }

    private IEnumerable<Heard> PartnersHeard(LogReader reader, string initiative)
    {
        var (today, prefix) = (time.Today().Written(), PartnerMark.Prefix(initiative));
        var heard = TakingPart.SelectMany(kind => ReferenceTable.Beginning(reader, prefix, kind))
            .Where(mention => mention.Initiative == initiative)
            .ToLookup(mention => mention.Target[prefix.Length..], mention => mention.Detail);
        return partners.Partners.Standing(reader, initiative)
            .Where(found => found.Record.Ring != Ring.Unspecified)
            .Select(found => new Heard(OfPartner, found.Id, SilenceOf.Last(
                heard[found.Id].SelectMany(days => days.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Append(found.Record.LastHeard), today)));
    }

    private IEnumerable<Heard> BelowHeard(LogReader reader, NestState nest, string initiative)
    {
        var today = time.Today();
        var heard = LastHeard.All(reader);
        return nest.Children(initiative)
            .Where(child => nest.Alignments(child)[initiative].InForce(Period.Of(today)))
            .Select(child => new Heard(OfInitiative, child, heard.TryGetValue(child, out var at) ? DateOnly.FromDateTime(at.UtcDateTime).Written() : ""));
    }

    private Silent Show(LogReader reader, NestState nest, string initiative, Heard heard) => heard.Sort == OfPartner
        ? new Silent { Partner = heard.Id, Name = partners.Partners.Get(reader.Find, initiative, heard.Id, "").Record.Name, LastHeard = heard.LastHeard }
        : new Silent { Initiative = heard.Id, Name = nest.Find(heard.Id)?.Names.On(time.Today()), LastHeard = heard.LastHeard };
}
