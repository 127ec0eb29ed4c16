using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>Who gives, or might. A person is known at its own node alone.</summary>
internal sealed class SourceKind(TimeProvider time, Sharing sharing) : TwinKind<Source>(time, "source", Travel.Up, sharing)
{
    public override Function Function => Function.MobilizeResources;

    public override CallFault? Fault(Source record) =>
        Check.Known("kind", record.Kind)
        ?? (Sharing == Sharing.Shared && record.Kind == Source.Types.Kind.Person
            ? CallFault.Invalid("sharing", "is SHARING_SHARED, and a person's record never leaves its node; keep it")
            : null)
        ?? Check.Name("name", record.Name)
        ?? (record.Partner.Length == 0 ? null : Check.Id("partner", record.Partner))
        ?? Check.Text("terms", record.Terms);
}
