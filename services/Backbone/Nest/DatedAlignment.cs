using System.Globalization;
using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest;

/// <summary>A dated agreement between an initiative and one of a level above.</summary>
/// <param name="Parent">The initiative of a level above.</param>
/// <param name="From">First day in force; null: always was.</param>
/// <param name="Until">Last day in force; null: until further notice.</param>
/// <param name="Part">What of the initiative belongs to this parent.</param>
internal sealed record DatedAlignment(string Parent, DateOnly? From, DateOnly? Until, Text? Part)
{
    /// <summary>Whether it is in force on any day of a period.</summary>
    public bool InForce(Period period) => !(From > period.Last) && !(Until < period.First);

    public static DatedAlignment Read(Alignment alignment) =>
        new(alignment.Parent, Day(alignment.From), Day(alignment.Until), alignment.Part);

    public Alignment Write()
    {
        var alignment = new Alignment { Parent = Parent, From = Day(From), Until = Day(Until) };
        if (Part is not null) alignment.Part = Part;
        return alignment;
    }

    private static DateOnly? Day(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
