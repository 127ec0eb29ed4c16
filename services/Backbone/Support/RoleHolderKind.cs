using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>Who holds a role, by name: known at the initiative's own node alone, whether the role is shared or not.</summary>
internal sealed class RoleHolderKind(TimeProvider time) : RecordKind<RoleHolderRecord>(time)
{
    public const string Kind = "role-holder";

    public override string Name => Kind;

    public override Travel Travel => Travel.Kept;

    public override CallFault? Fault(RoleHolderRecord record) => record.Holders
        .Select((holder, i) => holder.Length == 0
            ? CallFault.Invalid($"holders[{i}]", "is empty; give a name, or leave it out")
            : Check.Length($"holders[{i}]", holder, Check.LongestName))
        .FirstOrDefault(fault => fault is not null);
}
