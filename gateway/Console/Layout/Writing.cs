using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.People;
using CollectiveImpact.V1;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Layout;

/// <summary>Who may see a page on which something is written.</summary>
internal static class Writing
{
    /// <summary>For the staff of whoever holds a function for an initiative that is there.</summary>
    public static Task<IResult> ForWriter(
        this NestCalls calls, HttpContext context, string id, Function function, Func<Edition, Initiative, Task<IResult>> answer) =>
        PeoplePages.ForSignedIn(context, async edition =>
        {
            if (!(await calls.GetInitiative(id, context.RequestAborted)).Has(out var initiative))
                return Pages.NotFound(edition);
            return edition.Visitor!.IsStaffOf(await calls.WriterOf(id, function, context.RequestAborted)) ? await answer(edition, initiative) : Pages.Closed(edition);
        });
}
