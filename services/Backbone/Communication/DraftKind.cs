using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>Something that is being written: it never leaves its node.</summary>
internal sealed class DraftKind(TimeProvider time) : SpokenKind<Draft>(time, "draft", Travel.Kept)
{
    private const int LongestPlace = 400;

    public override CallFault? Fault(Draft record) =>
        Check.Known("purpose", record.Purpose)
        ?? Check.Length("place", record.Place, LongestPlace)
        ?? Check.Text("subject", record.Subject, Check.LongestName)
        ?? Check.Text("text", record.Text, LongestBody);

    protected override IEnumerable<Reference> Marks(Document document, Draft record) => [];
}
