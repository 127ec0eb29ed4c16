using CollectiveImpact.Backbone.Charter;
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
        new(alignment.Parent, UtcDay.Read(alignment.From), UtcDay.Read(alignment.Until), alignment.Part);

    public Alignment Write()
    {
        var alignment = new Alignment { Parent = Parent, From = From.Written(), Until = Until.Written() };
        if (Part is not null) alignment.Part = Part;
        return alignment;
    }
}
