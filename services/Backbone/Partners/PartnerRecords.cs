using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Partners;

/// <summary>What is kept of partners.</summary>
internal sealed class PartnerRecords : IKinds
{
    public PartnerRecords(TimeProvider time)
    {
        PartnerKind shared = new(time, Sharing.Shared), kept = new(time, Sharing.Kept);
        var voices = new VoicesKind(time);
        Kinds = [shared, kept, voices];
        Partners = new RecordSet<Partner>("partner", shared, kept);
        Voices = new RecordSet<SoughtVoices>("voices", voices, field: "");
    }

    public IReadOnlyList<IKind> Kinds { get; }

    public RecordSet<Partner> Partners { get; }

    public RecordSet<SoughtVoices> Voices { get; }
}
