using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>A self-assessment of a backbone.</summary>
internal sealed class AssessmentKind(TimeProvider time, Sharing sharing) : TwinKind<BackboneAssessment>(time, Kind, Travel.Up, sharing)
{
    public const string Kind = "backbone-assessment";

    // More than there are today: a node of a later release may ask for others.
    private const int MostAnswers = 100;

    private const int MostOfSector = 10_000, MostEvidence = 10;

    public override CallFault? Fault(BackboneAssessment record) =>
        Check.RequiredDay("day", record.Day)
        ?? Once("participants", [.. record.Participants.Select(each => each.Sector.ToString())], "sector")
        ?? record.Participants.Select((each, i) => Fault(each)?.Within($"participants[{i}]")).FirstOrDefault(fault => fault is not null)
        ?? (record.Answers.Count is >= 1 and <= MostAnswers ? null : CallFault.Invalid("answers", $"has {record.Answers.Count} entries; answer at least one"))
        ?? Once("answers", [.. record.Answers.Select(answer => answer.Indicator)], "indicator")
        ?? record.Answers.Select((answer, i) => Fault(answer)?.Within($"answers[{i}]")).FirstOrDefault(fault => fault is not null)
        ?? Check.Text("note", record.Note);

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, BackboneAssessment record) =>
        [new(SupportTopic.Assessments, record.Day)];

    private static CallFault? Fault(BackboneAssessment.Types.Participants participants) =>
        Check.Known("sector", participants.Sector)
        ?? (participants.Count is >= 1 and <= MostOfSector ? null : CallFault.Invalid("count", $"is {participants.Count}; give 1 to {MostOfSector}, or leave the sector out"));

    private static CallFault? Fault(BackboneAssessment.Types.Answer answer) =>
        Check.Id("indicator", answer.Indicator)
        ?? Check.Known("extent", answer.Extent)
        ?? Check.Text("evidence", answer.Evidence)
        ?? Check.Distinct("indicators", answer.Indicators, MostEvidence, RecordId.ReferenceFault)
        ?? Check.Distinct("activities", answer.Activities, MostEvidence, RecordId.ReferenceFault)
        ?? Check.Distinct("stories", answer.Stories, MostEvidence, RecordId.ReferenceFault);

    private static CallFault? Once(string field, IReadOnlyList<string> names, string part)
    {
        HashSet<string> seen = [];
        for (var i = 0; i < names.Count; i++)
            if (!seen.Add(names[i])) return CallFault.Invalid($"{field}[{i}].{part}", $"`{Check.Shown(names[i])}` is there twice; name each once");
        return null;
    }
}
