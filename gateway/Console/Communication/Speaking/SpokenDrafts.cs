using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Communication.Speaking;

/// <summary>What the page of drafts shows.</summary>
public sealed record DraftsModel(SideHead Head, IReadOnlyList<Draft> Drafts, IReadOnlyList<string> Faults);

/// <summary>The drafts of an initiative, the latest first, to be gone on with or thrown away.</summary>
internal static class SpokenDrafts
{
    public static Task<IResult> List(HttpContext context, string id, NestCalls calls, DraftKeeping drafts) =>
        FormRequest.ForStaff(context, calls, id, async request =>
        {
            string[] faults = [];
            if (request.Sent is { } sent && await drafts.Remove(request, sent["draft"], sent["revision"]) is { } fault)
                faults = [fault];
            else if (request.Sent is not null)
                return new SeeOther(request.Edition.Links.Drafts(id));
            var headed = await calls.ReadHead(id, [], request.Cancelled);
            var listed = await drafts.List(id, request.Cancelled);
            return !headed.Has(out var head)
                ? Pages.Show<DraftsPage, DraftsModel>(request.Edition, headed.As<DraftsModel>(_ => null!))
                : Pages.Show<DraftsPage, DraftsModel>(
                    request.Edition, listed.As(list => new DraftsModel(head, [.. list.Drafts.OrderByDescending(draft => draft.SavedAt)], faults)));
        });
}
