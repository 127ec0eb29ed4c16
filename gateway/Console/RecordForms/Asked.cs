using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.RecordForms;

/// <summary>Which form is asked for, by whom.</summary>
/// <param name="Which">The id of the record that is to be changed; empty for a new one.</param>
/// <param name="Of">What it belongs to: a campaign, a fund, an ask.</param>
/// <param name="Today">By the clocks of whoever asks.</param>
internal sealed record Asked(Edition Edition, Initiative Initiative, string Which, string Of, string Indicator, DateOnly Today, CancellationToken Cancelled)
{
    public string Id => Initiative.Initiative_;

    public Words Words => Edition.Words;

    public static Asked In(HttpContext context, Edition edition, Initiative initiative, TimeProvider time) => new(
        edition, initiative, context.Request.Query["which"].ToString(), context.Request.Query["of"].ToString(),
        context.Request.Query["indicator"].ToString(), edition.Zone.Today(time), context.RequestAborted);
}
