using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>
/// A version of an agenda, as it was put forward. It has one revision and no other, so that who ratified it ratified what
/// stands; and it is told by that, and not by what came first, so that all nodes take the same for it.
/// </summary>
internal sealed class AgendaVersionKind(TimeProvider time) : RecordKind<AgendaVersion>(time)
{
    public const string Kind = "agenda";

    // A document has at most 1 MiB, and is more than its payload.
    private const int MostRatifiers = 500, MostBytes = 960 << 10;

    private readonly TimeProvider _time = time;

    public override string Name => Kind;

    public override Travel Travel => Travel.Line;

    public override Function Function => Function.GuideVisionAndStrategy;

    public static DocumentKey KeyOf(string initiative, int number) => new(initiative, Kind, VersionNumber.Id(number));

    public override CallFault? Fault(AgendaVersion record) =>
        Check.Name("title", record.Title)
        ?? (record.Clauses.Count == 0 ? CallFault.Invalid("clauses", "is empty; an agenda that is put forward has one clause at least") : null)
        ?? ClauseList.Fault(record.Clauses)
        ?? ClauseList.Fault(record.Quorum)
        ?? RatifiersFault(record)
        ?? (record.PutForward.Length == 0 ? CallFault.Invalid("put_forward", "is missing; give the day") : Check.Day("put_forward", record.PutForward, out _));

    public override void Follow(LogTransaction transaction, Step step)
    {
        base.Follow(transaction, step);
        // Its ratifications may have come before it.
        AgendaForceKind.WriteWhereDue(transaction, step.After, step.Document.Content.Initiative, _time);
    }

    /// <summary>What is wrong with who is asked to ratify.</summary>
    public static CallFault? RatifiersFault(AgendaVersion version)
    {
        if (version.Ratifiers.Count is 0 or > MostRatifiers)
            return CallFault.Invalid("ratifiers", $"names {version.Ratifiers.Count} partners; name 1 to {MostRatifiers}");
        HashSet<string> seen = [];
        for (var i = 0; i < version.Ratifiers.Count; i++)
        {
            var ratifier = version.Ratifiers[i];
            if ((Check.Id($"ratifiers[{i}].partner", ratifier.Partner) ?? Check.Name($"ratifiers[{i}].name", ratifier.Name)) is { } fault) return fault;
            if (!seen.Add(ratifier.Partner)) return CallFault.Invalid($"ratifiers[{i}].partner", $"`{ratifier.Partner}` is there twice; name each once");
        }

        return version.CalculateSize() is var bytes and > MostBytes
            ? CallFault.Invalid("ratifiers", $"make the version {bytes} bytes long, clauses and names together; at most {MostBytes} are stored")
            : null;
    }

    protected override string? Misplaced(Document document) =>
        document.Deleted ? "a version of an agenda is not withdrawn"
        : document.Revision > 1 ? "a version of an agenda is not changed once it is put forward"
        : VersionNumber.Read(document.Id) is null ? $"`{Check.Shown(document.Id)}` is no version's number"
        : null;
}
