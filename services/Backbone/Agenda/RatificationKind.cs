using System.Globalization;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>What a ratifier answers to a version, clause by clause: written by the initiative's host. Its id is `version/ratifier`.</summary>
internal sealed class RatificationKind(TimeProvider time) : RecordKind<Ratification>(time)
{
    public const string Kind = "ratification";

    private const int MostBytes = 512 << 10, FingerprintLength = 64;

    private readonly TimeProvider _time = time;

    public override string Name => Kind;

    public override Travel Travel => Travel.Line;

    public static string IdOf(int version, string ratifier) => $"{VersionNumber.Id(version)}/{ratifier}";

    /// <summary>What a ratification names, as <see cref="ReferenceTable"/> knows it.</summary>
    public static string TopicOf(string initiative, int version) => Topic.Of(AgendaVersionKind.Kind, initiative, VersionNumber.Id(version));

    /// <summary>How many clauses it answers, as it stands beside that; after it the fingerprint of what it answers.</summary>
    public static string DetailOf(int answers) => answers.ToString(CultureInfo.InvariantCulture);

    /// <summary>The whole of what stands beside it.</summary>
    public static string DetailOf(int answers, string fingerprint) => $"{DetailOf(answers)} {fingerprint}";

    public override CallFault? Fault(Ratification record)
    {
        if (record.CalculateSize() is var bytes and > MostBytes)
            return CallFault.Invalid("answers", $"is {bytes} bytes long; the answers of one partner have at most {MostBytes} together");
        HashSet<string> seen = [];
        for (var i = 0; i < record.Answers.Count; i++)
        {
            var (field, answer) = ($"answers[{i}]", record.Answers[i]);
            if ((Check.Id($"{field}.clause", answer.Clause) ?? Check.Known($"{field}.answer", answer.Answer) ?? WordingFault(field, answer)) is { } fault) return fault;
            if (!seen.Add(answer.Clause)) return CallFault.Invalid($"{field}.clause", $"`{answer.Clause}` is answered twice; answer it once");
        }

        return null;
    }

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, Ratification record) =>
    [
        new(
            TopicOf(document.Initiative, record.Version),
            record.Fingerprint.Length == FingerprintLength ? DetailOf(record.Answers.Count, record.Fingerprint) : DetailOf(record.Answers.Count)),
    ];

    public override void Follow(LogTransaction transaction, Step step)
    {
        base.Follow(transaction, step);
        AgendaForceKind.WriteWhereDue(transaction, step.After, step.Document.Content.Initiative, _time);
    }

    protected override string? Misplaced(Document document)
    {
        if (document.Id.Split('/') is not [var version, var ratifier] || VersionNumber.Read(version) is not { } number)
            return $"`{Check.Shown(document.Id)}` names no version and ratifier";
        if (document.Deleted) return null;
        var said = Ratification.Parser.ParseFrom(document.Payload);
        return said.Version == number && said.Ratifier == ratifier ? null : "a ratification's id is its version and its ratifier";
    }

    private static CallFault? WordingFault(string field, ClauseAnswer answer) => answer.Answer switch
    {
        ClauseAnswer.Types.Answer.Adapts => Check.Required($"{field}.wording", answer.Wording) ?? Check.Required($"{field}.reason", answer.Reason),
        _ when answer.Wording is not (null or { En: "", Fr: "" }) =>
            CallFault.Invalid($"{field}.wording", "is given, and only who adapts a clause words it; leave it empty, or answer ANSWER_ADAPTS"),
        ClauseAnswer.Types.Answer.Declines => Check.Required($"{field}.reason", answer.Reason),
        _ => Check.Text($"{field}.reason", answer.Reason),
    };
}
