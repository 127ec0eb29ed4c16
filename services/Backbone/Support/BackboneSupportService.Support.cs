using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Support;

/// <summary>Support that an initiative gives one below it: planned and given by the one, judged by the other.</summary>
internal sealed partial class BackboneSupportService
{
    public override Task<SupportPlan> SaveSupportPlan(SaveSupportPlanRequest request, ServerCallContext context)
    {
        var plan = request.Plan ?? new SupportPlan();
        Check.Same("plan.initiative", plan.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Plans, request.Initiative, "",
            (transaction, epoch) => ShownSupport.Of(support.Save(transaction, calls.Working, request.Initiative, epoch, plan)), context);
    }

    public override Task<RemoveSupportPlanResponse> RemoveSupportPlan(RemoveSupportPlanRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Plans, request.Initiative, "",
        (transaction, epoch) =>
        {
            support.Remove(transaction, request, epoch);
            return new RemoveSupportPlanResponse();
        },
        context);

    public override Task<SupportGiven> SaveSupportGiven(SaveSupportGivenRequest request, ServerCallContext context)
    {
        var given = request.Given ?? new SupportGiven();
        Check.Same("given.initiative", given.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Given, request.Initiative, "", (transaction, epoch) => ShownSupport.Of(support.Save(transaction, request.Initiative, epoch, given)), context);
    }

    public override Task<RemoveSupportGivenResponse> RemoveSupportGiven(RemoveSupportGivenRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Given, request.Initiative, "",
        (transaction, epoch) =>
        {
            (Check.Id("plan", request.Plan) ?? Check.Id("given", request.Given))?.Throw();
            records.Given.Remove(transaction, request.Initiative, SupportGivenKind.IdOf(request.Plan, request.Given), epoch, request.Revision, "given");
            return new RemoveSupportGivenResponse();
        },
        context);

    public override Task<ListSupportGivenResponse> ListSupportGiven(ListSupportGivenRequest request, ServerCallContext context)
    {
        var size = Page<SupportGiven>.Size(request.PageSize);
        (request.PageToken.Length == 0 ? null : Check.Id("page_token", request.PageToken))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) =>
        {
            var plan = new SupportEnds(records, reader.Find).Get(request.Initiative, "plan", request.Plan);
            var prefix = SupportGivenKind.IdOf(plan.Id, "");
            var page = Page<SupportGiven>.Take(
                records.Given.Standing(reader, plan.Initiative, request.PageToken.Length == 0 ? "" : prefix + request.PageToken, prefix)
                    .Select(ShownSupport.Of).Select(given => (given.Given, given)),
                size);
            return new ListSupportGivenResponse { Given = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<SupportJudgement> JudgeSupport(JudgeSupportRequest request, ServerCallContext context)
    {
        var judgement = request.Judgement ?? new SupportJudgement();
        Check.Same("judgement.initiative", judgement.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Judgements, request.Initiative, "",
            (transaction, epoch) => ShownSupport.Of(support.Save(transaction, request.Initiative, epoch, judgement)), context);
    }

    public override Task<RemoveSupportJudgementResponse> RemoveSupportJudgement(RemoveSupportJudgementRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Judgements, request.Initiative, "",
        (transaction, epoch) =>
        {
            RecordId.ReferenceFault("plan", request.Plan)?.Throw();
            records.Judgements.Remove(transaction, request.Initiative, request.Plan, epoch, request.Revision, "plan");
            return new RemoveSupportJudgementResponse();
        },
        context);

    public override Task<SupportView> GetSupport(GetSupportRequest request, ServerCallContext context)
    {
        var today = time.Today();
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) => new SupportLists(records, reader, today).Show(
            new SupportEnds(records, reader.Find).Get(request.Initiative, "plan", request.Plan), request.Initiative)));
    }

    public override Task<ListSupportResponse> ListSupport(ListSupportRequest request, ServerCallContext context)
    {
        var (size, today) = (Page<SupportView>.Size(request.PageSize), time.Today());
        (Place.Read("page_token", request.PageToken, out var after) ?? SupportLists.Fault(request))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) => new SupportLists(records, reader, today).List(request, after, size)));
    }
}
