using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Communication.Speaking;

/// <summary>Keeps what is being written, and finds it again.</summary>
internal sealed class DraftKeeping(NestCalls calls, CallInvoker invoker)
{
    private const int Most = 1_000;

    private readonly V1.Communication.CommunicationClient _communication = new(invoker);

    public async Task<Answer<ListDraftsResponse>> List(string id, CancellationToken cancellationToken) =>
        await calls.Ask(_communication.ListDraftsAsync, new ListDraftsRequest { Initiative = id, PageSize = Most }, cancellationToken);

    /// <summary>The draft that an address names; null where it names none that there is.</summary>
    public async Task<Draft?> Find(FormRequest request, Draft.Types.Purpose purpose) =>
        request.Context.Request.Query["draft"].ToString() is { Length: > 0 } key
            ? (await List(request.Id, request.Cancelled)).Value?.Drafts.FirstOrDefault(draft => draft.Draft_ == key && draft.Purpose == purpose)
            : null;

    /// <summary>Keeps a draft: the one that is gone on with, or a new one.</summary>
    public async Task<bool> Keep(FormRequest request, Draft draft)
    {
        var typed = request.Sent!;
        if (draft is { Subject.En.Length: 0, Subject.Fr.Length: 0 })
            draft.Subject = null;
        if (draft is { Text.En.Length: 0, Text.Fr.Length: 0 })
            draft.Text = null;
        draft.Draft_ = typed["draft"];
        draft.Revision = typed["draft-revision"];
        return draft.Draft_.Length > 0
            ? await calls.Save(request.Edition, typed, _communication.SaveDraftAsync, Request(draft.Draft_), request.Cancelled) is not null
            : await calls.SaveNew(
                request.Edition, typed, _communication.SaveDraftAsync, MadeId.Of(draft.Subject ?? draft.Text, "draft"), Request, request.Cancelled) is not null;

        SaveDraftRequest Request(string made) => new() { Initiative = request.Id, Draft = new Draft(draft) { Draft_ = made } };
    }

    public async Task<string?> Remove(FormRequest request, string draft, string revision)
    {
        var (_, refusal) = await calls.Attempt(
            _communication.RemoveDraftAsync, new RemoveDraftRequest { Initiative = request.Id, Draft = draft, Revision = revision }, request.Cancelled);
        return refusal is null ? null : refusal.IsStale ? request.Edition.Words.OvertakenMeanwhile : request.Edition.Words.NotSaved(refusal.Message);
    }
}
