using System.Globalization;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>Support that was given, written by the host of who gave it. Its id is `plan/given`.</summary>
internal sealed class SupportGivenKind(TimeProvider time) : RecordKind<SupportGiven>(time)
{
    public const string Kind = "support-given";

    public override string Name => Kind;

    public override Travel Travel => Travel.Line;

    public static string IdOf(string plan, string given) => $"{plan}/{given}";

    public override CallFault? Fault(SupportGiven record) =>
        Check.RequiredDay("day", record.Day)
        ?? Hours.Read("hours", record.Hours, Hours.MostGiven, out _)
        ?? Check.Required("what", record.What);

    /// <summary>Its plan, twice: with its hours, to be added up, and with its day, of which the last is looked for.</summary>
    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, SupportGiven record)
    {
        var plan = RecordId.Parts(document.Id).Initiative;
        Hours.Read("hours", record.Hours, Hours.MostGiven, out var hundredths);
        yield return new Reference(SupportTopic.HoursOf(document.Initiative, plan), hundredths.ToString(CultureInfo.InvariantCulture));
        yield return new Reference(SupportTopic.DayOf(document.Initiative, plan), record.Day);
    }

    protected override string? Misplaced(Document document) => RecordId.ReferenceFault("id", document.Id)?.Text;
}
