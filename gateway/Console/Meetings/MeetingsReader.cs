using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Partners;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Meetings;

/// <summary>Reads meetings.</summary>
internal sealed class MeetingsReader(NestCalls calls, CallInvoker invoker, TimeProvider clock)
{
    private const int MeetingsOnPage = 1_000;
    private const int ActionsOnPage = 100;
    private const int DaysOnPage = 366;

    private readonly V1.Communication.CommunicationClient _communication = new(invoker);

    /// <param name="until">The last day of those held that are shown; empty for all until today.</param>
    public async Task<Answer<MeetingsModel>> Read(string id, string until, CancellationToken cancellationToken)
    {
        var headed = await calls.ReadHead(id, [], cancellationToken);
        if (!headed.Has(out var head))
            return headed.As<MeetingsModel>(_ => null!);
        var now = clock.GetUtcNow().UtcDateTime;
        var last = WrittenDay.Read(until) is { Year: > 1 } asked ? asked : DateOnly.FromDateTime(now);
        var request = new ListMeetingsRequest
        {
            Initiative = id,
            From = last.AddDays(1 - DaysOnPage).Written(),
            Until = until.Length > 0 ? last.Written() : "",
            PageSize = MeetingsOnPage,
        };
        var listed = await calls.Ask(_communication.ListMeetingsAsync, request, cancellationToken);
        if (!listed.Has(out var list))
            return listed.As<MeetingsModel>(_ => null!);
        var acting = calls.Ask(
            _communication.ListActionsAsync, new ListActionsRequest { Initiative = id, State = ActionState.Open, PageSize = ActionsOnPage }, cancellationToken);
        var partners = await calls.ReadPartnerNames(id, cancellationToken);
        var held = list.Meetings.ToLookup(meeting => meeting.Starts.ToDateTime().AddMinutes(meeting.MinutesLong) < now);
        return new(
            Outcome.Given,
            new(head, [.. held[false]], [.. held[true].Reverse()], last.AddDays(-DaysOnPage).Written(), (await acting).Value?.Actions ?? [], partners),
            Absence.Unknown);
    }

    public Task<Answer<Meeting>> Find(string id, string meeting, CancellationToken cancellationToken) =>
        calls.Ask(_communication.GetMeetingAsync, new GetMeetingRequest { Initiative = id, Meeting = meeting }, cancellationToken);

    public async Task<Answer<MeetingModel>> ReadOne(string id, string meeting, IReadOnlyList<string> faults, CancellationToken cancellationToken)
    {
        var headed = await calls.ReadHead(id, [], cancellationToken);
        if (!headed.Has(out var head))
            return headed.As<MeetingModel>(_ => null!);
        var found = await Find(id, meeting, cancellationToken);
        if (!found.Has(out var record))
            return found.As<MeetingModel>(_ => null!);
        var partners = await calls.ReadPartnerNames(id, cancellationToken);
        return new(Outcome.Given, new(head, record, partners, faults), Absence.Unknown);
    }
}
