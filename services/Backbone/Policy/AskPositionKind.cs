using System.Globalization;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>Where somebody stands on an ask. Its id is `ask/position`.</summary>
internal sealed class AskPositionKind(TimeProvider time, Sharing sharing) : TwinKind<AskPosition>(time, Kind, Travel.Line, sharing)
{
    public const string Kind = "ask-position";

    public override Function Function => Function.AdvancePolicy;

    public static string IdOf(string ask, string position) => $"{ask}/{position}";

    public override CallFault? Fault(AskPosition record) =>
        Check.Id("ask", record.Ask)
        ?? (record.Partner.Length > 0 ? Check.Id("partner", record.Partner) : Check.Name("name", record.Name))
        ?? (record.Partner.Length > 0 && record.Name is not null ? CallFault.Invalid("name", "is given, and so is `partner`; give one of the two") : null)
        ?? Check.Known("stance", record.Stance)
        ?? Check.Text("note", record.Note)
        ?? Check.RequiredDay("day", record.Day);

    /// <summary>The ask, with the stance, so that they can be counted.</summary>
    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, AskPosition record) =>
        [new(PolicyTopic.On(document.Initiative, record.Ask), ((int)record.Stance).ToString(CultureInfo.InvariantCulture))];

    protected override string? Misplaced(Document document) =>
        document.Deleted || document.Id.StartsWith($"{AskPosition.Parser.ParseFrom(document.Payload).Ask}/", StringComparison.Ordinal)
            ? null
            : "a position's id is its ask, `/`, and its own";
}
