using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.People;
using CollectiveImpact.Console.Together;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Forms;

/// <summary>One form of one initiative, as somebody who may write asks for it or sends it.</summary>
internal sealed record FormRequest(HttpContext Context, Edition Edition, NestCalls Calls, string Id, TypedForm? Sent)
{
    public CancellationToken Cancelled => Context.RequestAborted;

    /// <summary>What it is asked to do, where it was sent.</summary>
    public string Do => Sent?["do"] ?? "";

    /// <summary>Answers the initiative's staff.</summary>
    public static Task<IResult> ForStaff(HttpContext context, NestCalls calls, string id, Func<FormRequest, Task<IResult>> answer) =>
        PeoplePages.ForStaff(context, id, async () => await Of(context, calls, id, answer));

    /// <summary>Answers whoever is signed in: <paramref name="answer"/> finds out whether they may write.</summary>
    public static Task<IResult> ForSignedIn(HttpContext context, NestCalls calls, string id, Func<FormRequest, Task<IResult>> answer) =>
        PeoplePages.ForSignedIn(context, async _ => await Of(context, calls, id, answer));

    private static async Task<IResult> Of(HttpContext context, NestCalls calls, string id, Func<FormRequest, Task<IResult>> answer)
    {
        var edition = new Edition(context.Request);
        if (!InitiativeId.IsOne(id))
            return Pages.NotFound(edition);
        var sent = HttpMethods.IsPost(context.Request.Method) ? new TypedForm(await context.Request.ReadFormAsync(context.RequestAborted)) : null;
        return await answer(new(context, edition, calls, id, sent));
    }

    /// <summary>Shows a form, on the initiative's head.</summary>
    public async Task<IResult> Show(Func<SideHead, FormModel> model)
    {
        var headed = await Calls.ReadHead(Id, [], Cancelled);
        return Pages.Show<FormPage, FormModel>(Edition, headed.As(model));
    }
}
