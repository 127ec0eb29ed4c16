using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>The resources of an initiative: what it needs, who gives, and where every cent went.</summary>
internal sealed partial class ResourcesService(
    ResourceRecords records, ResourceWriting writing, Booking booking, Allocating allocating, RecordCalls calls, TimeProvider time) : V1.Resources.ResourcesBase
{
    public override Task<Need> SaveNeed(SaveNeedRequest request, ServerCallContext context)
    {
        var need = request.Need ?? new Need();
        Check.Same("need.initiative", need.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Needs, request.Initiative, request.By,
            (transaction, epoch) => Shown(transaction).Of(writing.Save(transaction, calls.Working, request.Initiative, epoch, need)), context);
    }

    public override Task<RemoveNeedResponse> RemoveNeed(RemoveNeedRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Needs, request.Initiative, request.By,
        (transaction, epoch) =>
        {
            writing.Remove(transaction, request, epoch);
            return new RemoveNeedResponse();
        },
        context);

    public override Task<ListNeedsResponse> ListNeeds(ListNeedsRequest request, ServerCallContext context)
    {
        (Check.KnownOrNone("state", request.State)
            ?? (request.Indicator.Length == 0 ? null : RecordId.ReferenceFault("indicator", request.Indicator)))?.Throw();
        return List(
            records.Needs, request.Initiative, request.PageSize, request.PageToken, (shown, found) => shown.Of(found),
            need => (request.State == Need.Types.State.Unspecified || need.State == request.State)
                && (request.Indicator.Length == 0 || need.Indicators.Contains(request.Indicator)),
            page => new ListNeedsResponse { Needs = { page.Items }, NextPageToken = page.NextToken });
    }

    public override Task<Source> SaveSource(SaveSourceRequest request, ServerCallContext context)
    {
        var source = request.Source ?? new Source();
        Check.Same("source.initiative", source.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Sources, request.Initiative, request.By,
            (transaction, epoch) => ShownResources.Of(writing.Save(transaction, calls.Working, request.Initiative, epoch, source)), context);
    }

    public override Task<RemoveSourceResponse> RemoveSource(RemoveSourceRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Sources, request.Initiative, request.By,
        (transaction, epoch) =>
        {
            writing.Remove(transaction, request, epoch);
            return new RemoveSourceResponse();
        },
        context);

    public override Task<ListSourcesResponse> ListSources(ListSourcesRequest request, ServerCallContext context)
    {
        Check.KnownOrNone("kind", request.Kind)?.Throw();
        return List(
            records.Sources, request.Initiative, request.PageSize, request.PageToken, (_, found) => ShownResources.Of(found),
            source => request.Kind == Source.Types.Kind.Unspecified || source.Kind == request.Kind,
            page => new ListSourcesResponse { Sources = { page.Items }, NextPageToken = page.NextToken });
    }

    public override Task<Application> SaveApplication(SaveApplicationRequest request, ServerCallContext context)
    {
        var application = request.Application ?? new Application();
        Check.Same("application.initiative", application.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Applications, request.Initiative, request.By,
            (transaction, epoch) => ShownResources.Of(writing.Save(transaction, request.Initiative, epoch, application)), context);
    }

    public override Task<RemoveApplicationResponse> RemoveApplication(RemoveApplicationRequest request, ServerCallContext context) => calls.RemoveAsync(
        records.Applications, request.Initiative, request.By, request.Application, request.Revision, "application", new RemoveApplicationResponse(), context);

    public override Task<ListApplicationsResponse> ListApplications(ListApplicationsRequest request, ServerCallContext context)
    {
        (Check.KnownOrNone("state", request.State) ?? IdOrNone("source", request.Source))?.Throw();
        return List(
            records.Applications, request.Initiative, request.PageSize, request.PageToken, (_, found) => ShownResources.Of(found),
            application => (request.State == Application.Types.State.Unspecified || application.State == request.State)
                && (request.Source.Length == 0 || application.Source == request.Source),
            page => new ListApplicationsResponse { Applications = { page.Items }, NextPageToken = page.NextToken });
    }

    public override Task<GiftInKind> SaveGiftInKind(SaveGiftInKindRequest request, ServerCallContext context)
    {
        var gift = request.Gift ?? new GiftInKind();
        Check.Same("gift.initiative", gift.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Gifts, request.Initiative, request.By,
            (transaction, epoch) => ShownResources.Of(writing.Save(transaction, request.Initiative, epoch, gift)), context);
    }

    public override Task<RemoveGiftInKindResponse> RemoveGiftInKind(RemoveGiftInKindRequest request, ServerCallContext context) => calls.RemoveAsync(
        records.Gifts, request.Initiative, request.By, request.Gift, request.Revision, "gift", new RemoveGiftInKindResponse(), context);

    public override Task<ListGiftsInKindResponse> ListGiftsInKind(ListGiftsInKindRequest request, ServerCallContext context)
    {
        (Check.KnownOrNone("kind", request.Kind) ?? IdOrNone("source", request.Source))?.Throw();
        return List(
            records.Gifts, request.Initiative, request.PageSize, request.PageToken, (_, found) => ShownResources.Of(found),
            gift => (request.Kind == GiftInKind.Types.Kind.Unspecified || gift.Kind == request.Kind)
                && (request.Source.Length == 0 || gift.Source == request.Source),
            page => new ListGiftsInKindResponse { Gifts = { page.Items }, NextPageToken = page.NextToken });
    }

    /// <summary>A page of an initiative's records of one kind, in the order of their ids.</summary>
    private Task<TAnswer> List<T, TAnswer>(
        RecordSet<T> set, string initiative, int pageSize, string pageToken, Func<ShownResources, Found<T>, T> show, Func<T, bool> isAskedFor,
        Func<Page<T>, TAnswer> answer) where T : class, IMessage<T>, new()
    {
        var size = Page<T>.Size(pageSize);
        return Task.FromResult(calls.Read(initiative, (reader, _) =>
        {
            var shown = Shown(reader);
            return answer(Page<T>.Take(
                set.Standing(reader, initiative, pageToken).Where(found => isAskedFor(found.Record)).Select(found => (found.Id, show(shown, found))), size));
        }));
    }

    private ShownResources Shown(LogTransaction transaction) => new(records, transaction.Find, transaction.Query);

    private ShownResources Shown(LogReader reader) => new(records, reader.Find, reader.Query);

    private static CallFault? IdOrNone(string field, string id) => id.Length == 0 ? null : Check.Id(field, id);
}
