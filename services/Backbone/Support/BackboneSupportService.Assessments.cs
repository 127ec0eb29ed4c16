using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Support;

/// <summary>Self-assessments of a backbone.</summary>
internal sealed partial class BackboneSupportService
{
    private const int UsualShown = 12, MostShown = 50;

    public override Task<ListEffectivenessIndicatorsResponse> ListEffectivenessIndicators(ListEffectivenessIndicatorsRequest request, ServerCallContext context)
    {
        Check.KnownOrNone("function", request.Function)?.Throw();
        return Task.FromResult(new ListEffectivenessIndicatorsResponse
        {
            Indicators = { EffectivenessIndicators.All.Where(indicator => request.Function == Function.Unspecified || indicator.Function == request.Function) },
        });
    }

    public override Task<BackboneAssessment> SaveAssessment(SaveAssessmentRequest request, ServerCallContext context)
    {
        var assessment = request.Assessment ?? new BackboneAssessment();
        Check.Same("assessment.initiative", assessment.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Assessments, request.Initiative, "",
            (transaction, epoch) => ShownSupport.Of(assessments.Save(transaction, calls.Working, request.Initiative, epoch, assessment)), context);
    }

    public override Task<RemoveAssessmentResponse> RemoveAssessment(RemoveAssessmentRequest request, ServerCallContext context) => calls.RemoveAsync(
        records.Assessments, request.Initiative, "", request.Assessment, request.Revision, "assessment", new RemoveAssessmentResponse(), context);

    public override Task<BackboneAssessment> GetAssessment(GetAssessmentRequest request, ServerCallContext context) => Task.FromResult(calls.Read(
        request.Initiative, (reader, _) => ShownSupport.Of(records.Assessments.Get(reader.Find, request.Initiative, request.Assessment, "assessment"))));

    public override Task<ListAssessmentsResponse> ListAssessments(ListAssessmentsRequest request, ServerCallContext context)
    {
        var size = Page<BackboneAssessment>.Size(request.PageSize);
        (Place.Read("page_token", request.PageToken, out var after) ?? Check.Days("from", request.From, "until", request.Until))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var page = Page<BackboneAssessment>.Take(new AssessmentLists(records, reader).Asked(standing, request, after, time.Today()), size);
            return new ListAssessmentsResponse { Assessments = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<AssessmentTrend> GetAssessmentTrend(GetAssessmentTrendRequest request, ServerCallContext context)
    {
        Check.PageSize("most", request.Most, UsualShown, MostShown, out var most)?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) => new AssessmentLists(records, reader).Trend(request, most)));
    }
}
