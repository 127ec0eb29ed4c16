using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>The digest.</summary>
internal sealed partial class CommunicationService
{
    private const int LongestDigest = 366;

    public override Task<Digest> GetDigest(GetDigestRequest request, ServerCallContext context)
    {
        (Spoken.DayFault("from", request.From)
            ?? Spoken.DayFault("until", request.Until)
            ?? Check.Days("from", request.From, "until", request.Until)
            ?? (request.Person.Length == 0 ? null : Check.Id("person", request.Person)))?.Throw();
        Check.Day("from", request.From, out var from);
        Check.Day("until", request.Until, out var until);
        if (until!.Value.DayNumber - from!.Value.DayNumber >= LongestDigest)
            CallFault.Invalid("until", $"{request.Until} is more than {LongestDigest} days from {request.From}; ask for a shorter period").Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            if (request.Person.Length > 0) partners.Partners.Get(reader.Find, request.Initiative, request.Person, "person");
            var parts = DigestOf.Period(
                Material(reader, standing, request), request.Person, request.From, request.Until, time.GetUtcNow());
            var digest = new DigestAnswer(records, reader.Find).Of(parts);
            (digest.Initiative, digest.Person, digest.From, digest.Until) = (request.Initiative, request.Person, request.From, request.Until);
            return digest;
        }));
    }

    private DigestMaterial Material(LogReader reader, NodeStanding standing, GetDigestRequest request)
    {
        var (nest, initiative) = (standing.Nest, request.Initiative);
        var (itself, above) = (Line.Itself(initiative), Line.AndAbove(nest, initiative, above: true));
        var (latest, earliest) = (new Days(request.From, request.Until, LatestFirst: true), new Days(request.From, request.Until, LatestFirst: false));
        var below = nest.Descendants(initiative);
        var (posts, threads) = PostedThreads.Read(reader, nest, initiative, request.Person, latest);
        return new DigestMaterial(
            [.. AnnouncementKind.Announced.Read(reader, above, latest)],
            posts,
            threads,
            [.. Standing(MeetingKind.Held.Read(reader, itself, earliest), records.Meetings, reader.Find).Select(each => each.Found.Show())],
            [.. Decisions(MeetingKind.Decided.Read(reader, above, latest), reader.Find).Select(each => each.Entry)],
            [.. Actions(OpenUntil(reader, itself, request.Until), reader.Find).Select(each => each.Entry)],
            new DigestPart<Marked>(
                StoryKind.Told.Count(reader, below, latest),
                [.. StoryKind.Told.Read(reader, new Scope(initiative, below), latest).Where(mark => mark.Initiative != initiative).Take(DigestPart<Marked>.Most)]));
    }

    /// <summary>What is open and due until a day, however long ago, and what has no day.</summary>
    private static IEnumerable<Marked> OpenUntil(LogReader reader, Scope scope, string until) =>
        MeetingKind.Due.Read(reader, scope, new Days("", until, LatestFirst: false))
            .Concat(MeetingKind.Due.Read(reader, scope, new Days(MeetingKind.NoDay, "", LatestFirst: false)))
            .Where(mark => MayHold(mark, ActionState.Open));
}
