using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest.History;

/// <summary>What is kept of how a nest changes its shape.</summary>
internal sealed class HistoryRecords : IKinds
{
    public HistoryRecords(TimeProvider time)
    {
        SuccessionKind succession = new(time);
        SuccessionAnswerKind answer = new(time);
        Kinds = [succession, answer];
        Successions = new RecordSet<InitiativeSuccession>("succession", succession);
        Answers = new RecordSet<SuccessionAnswerRecord>("answer", answer, field: "");
    }

    public IReadOnlyList<IKind> Kinds { get; }

    public RecordSet<InitiativeSuccession> Successions { get; }

    public RecordSet<SuccessionAnswerRecord> Answers { get; }
}
