using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Problems;

/// <summary>Answers where a page failed in a way that nobody foresaw: its reader sees that it did, and no more.</summary>
internal static class Unforeseen
{
    public static Task Answer(HttpContext context)
    {
        // What the page had said of itself went with it.
        StrictHeaders.Set(context);
        return new Page<UnforeseenPage>(new Edition(context.Request), StatusCodes.Status500InternalServerError).ExecuteAsync(context);
    }
}
