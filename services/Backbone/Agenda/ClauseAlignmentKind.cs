using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>That a clause serves one above: written by the holder of the initiative below. Its id is `clause/parent/parentClause`.</summary>
internal sealed class ClauseAlignmentKind(TimeProvider time) : RecordKind<ClauseAlignment>(time)
{
    public const string Kind = "clause-alignment";

    /// <summary>What a clause is called where records name one.</summary>
    public const string ClauseTopic = "clause";

    public override string Name => Kind;

    public override Travel Travel => Travel.Line;

    public override Function Function => Function.GuideVisionAndStrategy;

    public static string IdOf(string clause, string parent, string parentClause) => $"{clause}/{parent}/{parentClause}";

    public override CallFault? Fault(ClauseAlignment record) =>
        Check.Id("clause", record.Clause)
        ?? Check.Id("parent", record.Parent)
        ?? Check.Id("parent_clause", record.ParentClause)
        ?? Check.Text("why", record.Why)
        ?? Check.Text("reason", record.Reason)
        ?? (record.JudgedAt is >= 1 and <= VersionNumber.Largest ? null : CallFault.Invalid("judged_at", $"is {record.JudgedAt}; a version's number is 1 to {VersionNumber.Largest}"))
        ?? (record.LetGo is { } letGo ? LetGoFault(letGo) : null);

    /// <summary>The clause above, with the version at which it was judged; without one where it was let go.</summary>
    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, ClauseAlignment record) =>
        [new(Topic.Of(ClauseTopic, record.Parent, record.ParentClause), record.LetGo is null ? VersionNumber.Id(record.JudgedAt) : "")];

    protected override string? Misplaced(Document document)
    {
        if (document.Deleted) return null;
        var said = ClauseAlignment.Parser.ParseFrom(document.Payload);
        return document.Id == IdOf(said.Clause, said.Parent, said.ParentClause) ? null : "an alignment's id is its clause, the parent, and the parent's clause";
    }

    private static CallFault? LetGoFault(ClauseAlignment.Types.LetGo letGo) =>
        Check.Day("let_go.day", letGo.Day, out _)
        ?? Check.Text("let_go.reason", letGo.Reason)
        ?? (letGo.RealignedTo.Length == 0 ? null : Check.Id("let_go.realigned_to", letGo.RealignedTo));
}
