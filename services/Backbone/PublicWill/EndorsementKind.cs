using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>That somebody endorses: known above and below as they agreed, or at its own node alone.</summary>
internal sealed class EndorsementKind(TimeProvider time, Sharing sharing) : TwinKind<Endorsement>(time, Kind, Travel.Line, sharing)
{
    public const string Kind = "endorsement";

    public override Function Function => Function.BuildPublicWill;

    public override CallFault? Fault(Endorsement record) =>
        (record.Campaign.Length == 0 ? null : Check.Id("campaign", record.Campaign))
        ?? Check.Known("sector", record.Sector)
        ?? Check.Text("words", record.Words)
        ?? Check.RequiredDay("day", record.Day)
        ?? Check.Known("naming", record.Naming)
        ?? Check.Day("withdrawn", record.Withdrawn, out _)
        ?? (IsShared && record.Withdrawn.Length > 0 ? CallFault.Invalid("sharing", "is SHARING_SHARED, and the endorsement was taken back; keep it") : null)
        ?? (IsShared && record.Naming == Endorsement.Types.Naming.BySector
            ? record.Partner.Length == 0 && record.Name is null ? null : CallFault.Invalid("naming", "is NAMING_BY_SECTOR, and somebody is named")
            : WhoFault(record));

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, Endorsement record) =>
        record.Campaign.Length == 0 ? [] : [new(WillTopic.Campaign($"{document.Initiative}/{record.Campaign}"))];

    /// <summary>What is wrong with who endorses.</summary>
    public static CallFault? WhoFault(Endorsement record) =>
        (record.Partner.Length > 0 ? Check.Id("partner", record.Partner) : Check.Name("name", record.Name))
        ?? (record.Partner.Length > 0 && record.Name is not null ? CallFault.Invalid("name", "is given, and so is `partner`; give one of the two") : null);
}
