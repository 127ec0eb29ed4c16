using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Exchange.Calls;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>The days that a statement is about, both included.</summary>
/// <param name="From">The first; empty: from the beginning.</param>
/// <param name="Until">The last.</param>
internal readonly record struct Span(string From, string Until)
{
    public static CallFault? Read(string from, string until, DateOnly today, out Span span)
    {
        span = new Span(from, until.Length > 0 ? until : today.Written());
        return Check.Days("from", from, "until", span.Until);
    }
}
