using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Partners;

/// <summary>The voices that an initiative seeks to hear: one document, whole.</summary>
internal sealed class VoicesKind(TimeProvider time) : RecordKind<SoughtVoices>(time)
{
    /// <summary>The id of the one document.</summary>
    public const string Id = "voices";

    private const int MostVoices = 50;

    public override string Name => "voices";

    public override Travel Travel => Travel.Up;

    public override CallFault? Fault(SoughtVoices record) =>
        Check.Distinct("voices", [.. record.Voices.Select(voice => voice.Voice_)], MostVoices, Check.Id)
        ?? record.Voices.Select((voice, i) => Check.Name($"voices[{i}].name", voice.Name)).FirstOrDefault(fault => fault is not null);
}
