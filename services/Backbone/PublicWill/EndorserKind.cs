using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>Who gave an endorsement that is shared without a name: it never leaves the node. Its id is the endorsement's.</summary>
internal sealed class EndorserKind(TimeProvider time) : RecordKind<Endorsement>(time)
{
    public override string Name => "endorser-kept";

    public override Travel Travel => Travel.Kept;

    public override Function Function => Function.BuildPublicWill;

    public override CallFault? Fault(Endorsement record) => EndorsementKind.WhoFault(record);
}
