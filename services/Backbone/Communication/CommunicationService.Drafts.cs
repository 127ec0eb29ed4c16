using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>Drafts.</summary>
internal sealed partial class CommunicationService
{
    public override Task<Draft> SaveDraft(SaveDraftRequest request, ServerCallContext context)
    {
        var draft = request.Draft?.Clone() ?? new Draft();
        var (id, revision) = (draft.Draft_, draft.Revision);
        (draft.Initiative, draft.Draft_, draft.Revision, draft.SavedAt) = ("", "", "", null);
        Check.Id("draft.draft", id)?.Throw();
        return calls.WriteAsync(
            records.Drafts, request.Initiative, "",
            (transaction, epoch) => records.Drafts.Save(transaction, request.Initiative, id, epoch, draft, revision).Show(), context);
    }

    public override Task<RemoveDraftResponse> RemoveDraft(RemoveDraftRequest request, ServerCallContext context) => calls.RemoveAsync(
        records.Drafts, request.Initiative, "", request.Draft, request.Revision, "draft", new RemoveDraftResponse(), context);

    public override Task<ListDraftsResponse> ListDrafts(ListDraftsRequest request, ServerCallContext context)
    {
        var size = Page<Draft>.Size(request.PageSize);
        Check.KnownOrNone("purpose", request.Purpose)?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) =>
        {
            var page = Page<Draft>.Take(
                records.Drafts.Standing(reader, request.Initiative, request.PageToken)
                    .Where(found => request.Purpose == Draft.Types.Purpose.Unspecified || found.Record.Purpose == request.Purpose)
                    .Select(found => (found.Id, found.Show())),
                size);
            return new ListDraftsResponse { Drafts = { page.Items }, NextPageToken = page.NextToken };
        }));
    }
}
