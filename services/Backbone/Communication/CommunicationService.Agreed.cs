using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>What meetings agreed: decisions and actions.</summary>
internal sealed partial class CommunicationService
{
    public override Task<ListDecisionsResponse> ListDecisions(ListDecisionsRequest request, ServerCallContext context)
    {
        var size = Page<DecisionEntry>.Size(request.PageSize);
        CheckDays(request.From, request.Until, request.About);
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var days = new Days(request.From, request.Until, LatestFirst: true);
            var marks = MeetingKind.Decided.Read(
                reader, Line.AndBelow(standing.Nest, request.Initiative, request.Below), days, request.About, request.PageToken);
            var page = Page<DecisionEntry>.Take(
                Decisions(marks, reader.Find)
                    .Where(each => days.IsAfter(each.Place, request.PageToken) && (request.About.Length == 0 || each.Entry.Decision.About.Contains(request.About))),
                size);
            return new ListDecisionsResponse { Decisions = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<ListActionsResponse> ListActions(ListActionsRequest request, ServerCallContext context)
    {
        var size = Page<ActionEntry>.Size(request.PageSize);
        (Check.KnownOrNone("state", request.State)
            ?? Check.Day("due_until", request.DueUntil, out _)
            ?? OnlyOwn("owner", request.Owner, request.Below))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var days = new Days("", request.DueUntil, LatestFirst: false);
            var marks = MeetingKind.Due
                .Read(reader, Line.AndBelow(standing.Nest, request.Initiative, request.Below), days, place: request.PageToken)
                .Where(mark => MayHold(mark, request.State));
            if (request.State == ActionState.Overdue) marks = marks.TakeWhile(mark => string.CompareOrdinal(mark.When, time.Today().Written()) < 0);
            var page = Page<ActionEntry>.Take(
                Actions(marks, reader.Find)
                    .Where(each => days.IsAfter(each.Place, request.PageToken) && IsAskedFor(each.Entry, request)),
                size);
            return new ListActionsResponse { Actions = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    /// <summary>The decisions of each meeting's marked day, the latest first.</summary>
    private IEnumerable<(string Place, DecisionEntry Entry)> Decisions(IEnumerable<Marked> marks, Func<DocumentKey, StoredDocument?> find) =>
        Standing(marks, records.Meetings, find).SelectMany(each => each.Found.Record.Decisions
            .Where(decision => decision.Day == each.Mark.When)
            .OrderByDescending(decision => decision.Decision_, StringComparer.Ordinal)
            .Select(decision => ($"{each.Mark.Place} {decision.Decision_}", new DecisionEntry
            {
                Initiative = each.Found.Initiative,
                Meeting = each.Found.Id,
                MeetingName = each.Found.Record.Name,
                Decision = decision,
            })));

    /// <summary>The actions of each meeting that are due on the marked day, that which is due first first.</summary>
    private IEnumerable<(string Place, ActionEntry Entry)> Actions(IEnumerable<Marked> marks, Func<DocumentKey, StoredDocument?> find)
    {
        var today = time.Today().Written();
        return Standing(marks, records.Meetings, find).SelectMany(each => each.Found.Record.Actions
            .Where(action => (action.Due.Length == 0 ? MeetingKind.NoDay : action.Due) == each.Mark.When)
            .OrderBy(action => action.Action, StringComparer.Ordinal)
            .Select(action => ($"{each.Mark.Place} {action.Action}", new ActionEntry
            {
                Initiative = each.Found.Initiative,
                Meeting = each.Found.Id,
                MeetingName = each.Found.Record.Name,
                Action = action,
                State = StateOf(action, today),
            })));
    }

    private static ActionState StateOf(MeetingAction action, string today) =>
        action.Done.Length > 0 ? ActionState.Done
        : action.Due.Length > 0 && string.CompareOrdinal(action.Due, today) < 0 ? ActionState.Overdue
        : ActionState.Open;

    private static bool MayHold(Marked mark, ActionState state) =>
        state == ActionState.Unspecified || mark.Detail.Split(' ').Contains(state == ActionState.Done ? MeetingKind.Done : MeetingKind.Open);

    private static bool IsAskedFor(ActionEntry entry, ListActionsRequest request) =>
        (request.Owner.Length == 0 || entry.Action.Owner == request.Owner)
        && (request.State == ActionState.Unspecified
            || entry.State == request.State
            || (request.State == ActionState.Open && entry.State == ActionState.Overdue));
}
