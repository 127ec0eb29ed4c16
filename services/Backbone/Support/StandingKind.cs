using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>How a backbone stands to those who could bend it: one document an initiative.</summary>
internal sealed class StandingKind(TimeProvider time, Sharing sharing) : TwinKind<BackboneStanding>(time, "backbone-standing", Travel.Up, sharing)
{
    /// <summary>The id of the one document.</summary>
    public const string Id = "standing";

    public override CallFault? Fault(BackboneStanding record) =>
        Check.Name("host", record.Host)
        ?? (record.HostPartner.Length == 0 ? null : Check.Id("host_partner", record.HostPartner))
        ?? Check.Known("leader_appointed_by", record.LeaderAppointedBy)
        ?? Check.Text("appointment", record.Appointment)
        ?? Check.Known("may_speak", record.MaySpeak)
        ?? Check.Text("speaking", record.Speaking);
}
