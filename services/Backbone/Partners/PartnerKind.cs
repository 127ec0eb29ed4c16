using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Partners;

/// <summary>A partner: one that those above know too, or one that is known at its own node alone.</summary>
internal sealed class PartnerKind(TimeProvider time, Sharing sharing) : RecordKind<Partner>(time)
{
    private const string Shared = "partner", Kept = "partner-kept";
    private const int MostVoices = 20;

    public override string Name => sharing == Sharing.Kept ? Kept : Shared;

    public override Travel Travel => sharing == Sharing.Kept ? Travel.Kept : Travel.Up;

    protected override string? Twin => sharing == Sharing.Kept ? Shared : Kept;

    public override CallFault? Fault(Partner record) =>
        Check.Known("kind", record.Kind)
        ?? (sharing == Sharing.Shared && record.Kind == Partner.Types.Kind.Person
            ? CallFault.Invalid("sharing", "is SHARING_SHARED, and a person's record never leaves its node; keep it")
            : null)
        ?? Check.Name("name", record.Name)
        ?? Check.Known("sector", record.Sector)
        ?? Check.KnownOrNone("ring", record.Ring)
        ?? Check.KnownOrNone("desired_ring", record.DesiredRing)
        ?? Check.Text("brings", record.Brings)
        ?? Check.Text("needs", record.Needs)
        ?? Check.Day("last_heard", record.LastHeard, out _)
        ?? Check.Distinct("voices", record.Voices, MostVoices, Check.Id);
}
