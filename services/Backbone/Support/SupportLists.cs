using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.ListSupportRequest.Types;

namespace CollectiveImpact.Backbone.Support;

/// <summary>Shows support at both ends, and lists it.</summary>
internal sealed class SupportLists(SupportRecords records, LogReader reader, DateOnly today)
{
    private readonly SupportBook _book = new(reader, today);

    public static CallFault? Fault(ListSupportRequest request) =>
        Check.KnownOrNone("side", request.Side)
        ?? (request.Other.Length == 0 ? null : Check.Id("other", request.Other))
        ?? Check.KnownOrNone("function", request.Function)
        ?? Check.KnownOrNone("component", request.Component);

    /// <summary>A page of them, and what all of them add up to.</summary>
    public ListSupportResponse List(ListSupportRequest request, Place after, int size)
    {
        IEnumerable<SupportLine> given = request.Side == Side.Received ? [] : _book.Given(request.Initiative);
        IEnumerable<SupportLine> received = request.Side == Side.Given ? [] : _book.Received(request.Initiative);
        var asked = given.Where(line => request.Other.Length == 0 || line.Planned.Child == request.Other)
            .Concat(received.Where(line => request.Other.Length == 0 || line.Plan.Initiative == request.Other))
            .Where(line => request.Function == Function.Unspecified || line.Planned.Function == request.Function)
            .Where(line => request.Component == SupportPlan.Types.Component.Unspecified || line.Planned.Component == request.Component)
            .Where(line => !request.Open || line.IsOpen)
            .OrderBy(line => line.Plan, Comparer<Place>.Create(Place.Compare)).ToList();
        var page = Page<SupportView>.Take(
            asked.Where(line => Place.Compare(line.Plan, after) > 0)
                .Select(line => (line, plan: records.Plans.Find(reader.Find, line.Plan.Initiative, line.Plan.Id))).Where(each => each.plan is not null)
                .Select(each => (each.line.Plan.Name, Show(each.line, each.plan!, request.Initiative))),
            size);
        return new ListSupportResponse
        {
            Support = { page.Items },
            NextPageToken = page.NextToken,
            Totals = new ListSupportResponse.Types.Totals
            {
                Plans = asked.Count,
                PlannedHours = Hours.Write(asked.Sum(line => line.Planned.Hundredths)),
                GivenHours = Hours.Write(asked.Sum(line => line.Given)),
                Judged = asked.Count(line => line.IsJudged),
                Open = asked.Count(line => line.IsOpen),
            },
        };
    }

    /// <summary>One plan, as one of its ends sees it.</summary>
    public SupportView Show(Found<SupportPlan> plan, string viewer) => Show(_book.Of(plan), plan, viewer);

    private SupportView Show(SupportLine line, Found<SupportPlan> plan, string viewer)
    {
        var judgement = records.Judgements.Find(reader.Find, plan.Record.Child, line.Plan.Name);
        return new SupportView
        {
            Plan = ShownSupport.Of(plan),
            GivenHours = Hours.Write(line.Given),
            LeftHours = Hours.Write(line.Planned.Hundredths - line.Given),
            Times = line.Times,
            LastGiven = line.LastGiven,
            // Where one node hosts both, what the child keeps is its own still.
            Judgement = judgement is { } found && (found.Sharing == Sharing.Shared || viewer == plan.Record.Child) ? ShownSupport.Of(found) : null,
            Open = line.IsOpen,
        };
    }
}
