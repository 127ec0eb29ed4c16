using System.Collections.Immutable;
using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest;

/// <summary>A dated agreement between an initiative and one of a level above.</summary>
/// <param name="Parent">The initiative of a level above.</param>
/// <param name="From">First day in force; null: always was.</param>
/// <param name="Until">Last day in force; null: until further notice.</param>
/// <param name="Part">What of the initiative belongs to this parent.</param>
internal sealed record DatedAlignment(string Parent, DateOnly? From, DateOnly? Until, Text? Part)
{
    private const int MostEarlier = 20;

    /// <summary>Times in which it was in force before, in their order.</summary>
    public ImmutableArray<(DateOnly? From, DateOnly Until)> Earlier { get; init; } = [];

    /// <summary>Whether the answer to anything is another on some day.</summary>
    public bool IsDated => From is not null || Until is not null;

    /// <summary>Whether it is in force on any day of a period.</summary>
    public bool InForce(Period period) => (!(From > period.Last) && !(Until < period.First))
        || Earlier.Any(span => !(span.From > period.Last) && span.Until >= period.First);

    /// <summary>What is wrong with the times that an alignment names.</summary>
    public static CallFault? TimesFault(Alignment alignment)
    {
        if (Check.Days("from", alignment.From, "until", alignment.Until) is { } fault) return fault;
        if (alignment.Earlier.Count > MostEarlier) return CallFault.Invalid("earlier", $"has {alignment.Earlier.Count} entries; at most {MostEarlier} are kept");
        DateOnly? before = null;
        for (var i = 0; i < alignment.Earlier.Count; i++)
        {
            var (field, span) = ($"earlier[{i}]", alignment.Earlier[i]);
            if ((Check.RequiredDay($"{field}.until", span.Until) ?? Check.Days($"{field}.from", span.From, $"{field}.until", span.Until)) is { } wrong) return wrong;
            if (before is not null && !(UtcDay.Read(span.From) > before))
                return CallFault.Invalid($"{field}.from", $"does not come after {before.Written()}, when the time before it ended; give the times in their order, without overlap");
            before = UtcDay.Read(span.Until);
        }

        return before is null || UtcDay.Read(alignment.From) > before
            ? null
            : CallFault.Invalid("from", $"does not come after {before.Written()}, when an earlier time ended; give a later day, or leave `earlier` empty");
    }

    public static DatedAlignment Read(Alignment alignment) => new(alignment.Parent, UtcDay.Read(alignment.From), UtcDay.Read(alignment.Until), alignment.Part)
    {
        Earlier = [.. alignment.Earlier.Select(span => (UtcDay.Read(span.From), UtcDay.Read(span.Until)!.Value))],
    };

    public Alignment Write()
    {
        var alignment = new Alignment
        {
            Parent = Parent,
            From = From.Written(),
            Until = Until.Written(),
            Earlier = { Earlier.Select(span => new AlignmentSpan { From = span.From.Written(), Until = span.Until.Written() }) },
        };
        if (Part is not null) alignment.Part = Part;
        return alignment;
    }
}
