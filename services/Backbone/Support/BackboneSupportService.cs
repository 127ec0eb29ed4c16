using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Resources;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Support;

/// <summary>The backbone itself: roles, budgets, how it stands; its assessments; and the support that it gives.</summary>
internal sealed partial class BackboneSupportService(
    SupportRecords records, ResourceRecords resources, RoleWriting roles, BudgetWriting budgets, AssessmentWriting assessments, SupportWriting support,
    RecordCalls calls, TimeProvider time)
    : BackboneSupport.BackboneSupportBase
{
    private const int MostCovers = 50;

    public override Task<BackboneRole> SaveRole(SaveRoleRequest request, ServerCallContext context)
    {
        var role = request.Role ?? new BackboneRole();
        Check.Same("role.initiative", role.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(records.Roles, request.Initiative, "", (transaction, epoch) => roles.Save(transaction, request.Initiative, epoch, role), context);
    }

    public override Task<RemoveRoleResponse> RemoveRole(RemoveRoleRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Roles, request.Initiative, "",
        (transaction, epoch) =>
        {
            roles.Remove(transaction, request, epoch);
            return new RemoveRoleResponse();
        },
        context);

    public override Task<ListRolesResponse> ListRoles(ListRolesRequest request, ServerCallContext context)
    {
        var size = Page<BackboneRole>.Size(request.PageSize);
        (Place.Read("page_token", request.PageToken, out var after) ?? Check.KnownOrNone("function", request.Function) ?? Check.Day("day", request.Day, out _))?.Throw();
        List<string> targets = [];
        if (request.Function != Function.Unspecified) targets.Add(SupportTopic.RoleFor(request.Function));
        if (request.Vacant) targets.Add(SupportTopic.Vacant);
        if (targets.Count == 0) targets.Add(SupportTopic.Roles);
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var members = request.Below ? NestLine.Of(standing.Nest, request.Initiative, time.Today()).MembersBelow : [request.Initiative];
            var page = Page<BackboneRole>.Take(
                new RecordIndex(reader, RoleKind.Kind, TwinKind<BackboneRole>.Kept(RoleKind.Kind)).Find(targets, members, after)
                    .Select(place => records.Roles.Find(reader.Find, place.Initiative, place.Id)).OfType<Found<BackboneRole>>()
                    .Where(found => found.Sharing == Sharing.Shared || found.Initiative == request.Initiative)
                    .Where(found => request.Day.Length == 0 || StaffOf.IsThere(found.Record, request.Day))
                    .Select(found => (new Place(found.Initiative, found.Id).Name, ShowRole(found))),
                size);
            return new ListRolesResponse
            {
                Roles = { page.Items },
                Staff = StaffOf.On(
                    records.Roles.Standing(reader, request.Initiative).Select(found => found.Record), request.Day.Length == 0 ? time.Today().Written() : request.Day),
                NextPageToken = page.NextToken,
            };

            // Who holds another's role is not to be seen, even where one node hosts both.
            BackboneRole ShowRole(Found<BackboneRole> found)
            {
                var role = roles.Show(reader.Find, found);
                if (found.Initiative != request.Initiative) role.Holders.Clear();
                return role;
            }
        }));
    }

    public override Task<BackboneBudget> SaveBudget(SaveBudgetRequest request, ServerCallContext context)
    {
        var budget = request.Budget ?? new BackboneBudget();
        Check.Same("budget.initiative", budget.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Budgets, request.Initiative, "", (transaction, epoch) => ShownSupport.Of(budgets.Save(transaction, request.Initiative, epoch, budget)), context);
    }

    public override Task<RemoveBudgetResponse> RemoveBudget(RemoveBudgetRequest request, ServerCallContext context) => calls.RemoveAsync(
        records.Budgets, request.Initiative, "", request.Budget, request.Revision, "budget", new RemoveBudgetResponse(), context);

    public override Task<ListBudgetsResponse> ListBudgets(ListBudgetsRequest request, ServerCallContext context)
    {
        var size = Page<BackboneBudget>.Size(request.PageSize);
        (Check.Day("day", request.Day, out _) ?? (request.PageToken.Length == 0 ? null : Check.Id("page_token", request.PageToken)))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) =>
        {
            var page = Page<BackboneBudget>.Take(
                records.Budgets.Standing(reader, request.Initiative, request.PageToken)
                    .Where(found => request.Day.Length == 0 || IsInForce(found.Record, request.Day))
                    .Select(found => (found.Id, ShownSupport.Of(found))),
                size);
            return new ListBudgetsResponse { Budgets = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<FundingAhead> GetFundingAhead(GetFundingAheadRequest request, ServerCallContext context)
    {
        var today = time.Today();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            IEnumerable<Found<BackboneBudget>> asked = request.Budget.Length > 0
                ? [records.Budgets.Get(reader.Find, request.Initiative, request.Budget, "budget")]
                : records.Budgets.Standing(reader, request.Initiative).Where(found => IsInForce(found.Record, today.Written())).Take(MostCovers);
            var cover = new FundingCover(resources, reader, request.Initiative, today);
            return new FundingAhead { Initiative = request.Initiative, Covers = { asked.Select(cover.Of) }, KeepsBooks = KeepsBooks(standing, request.Initiative) };
        }));
    }

    public override Task<BackboneStanding> SaveStanding(SaveStandingRequest request, ServerCallContext context)
    {
        var said = request.Standing ?? new BackboneStanding();
        Check.Same("standing.initiative", said.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Standings, request.Initiative, "", (transaction, epoch) => ShownSupport.Of(budgets.Save(transaction, request.Initiative, epoch, said)), context);
    }

    public override Task<RemoveStandingResponse> RemoveStanding(RemoveStandingRequest request, ServerCallContext context) => calls.RemoveAsync(
        records.Standings, request.Initiative, "", StandingKind.Id, request.Revision, "initiative", new RemoveStandingResponse(), context);

    public override Task<Independence> GetIndependence(GetIndependenceRequest request, ServerCallContext context)
    {
        Span.Read(request.From, request.Until, time.Today(), out var span)?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) => new Independence
        {
            Initiative = request.Initiative,
            Standing = records.Standings.Find(reader.Find, request.Initiative, StandingKind.Id) is { } said ? ShownSupport.Of(said) : null,
            From = span.From,
            Until = span.Until,
            Shares = { new LargestSource(resources, reader, request.Initiative).Shares(span) },
            KeepsBooks = KeepsBooks(standing, request.Initiative),
        }));
    }

    private static bool IsInForce(BackboneBudget budget, string day) => string.CompareOrdinal(budget.From, day) <= 0 && string.CompareOrdinal(day, budget.Until) <= 0;

    private bool KeepsBooks(NodeStanding standing, string initiative) =>
        FunctionHolding.MayWrite(standing, initiative, Function.MobilizeResources, "", time.Today(), out _) is null;
}
