using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>
/// That a version is in force. The holder's node writes it by itself as soon as the version's quorum is met, and it
/// stays: its id is `version/fingerprint`, so it says so of these words alone.
/// </summary>
internal sealed class AgendaForceKind(TimeProvider time) : RecordKind<InForce>(time)
{
    public const string Kind = "agenda-force";

    private const int FingerprintLength = 64;

    public override string Name => Kind;

    public override Travel Travel => Travel.Line;

    public override Function Function => Function.GuideVisionAndStrategy;

    public static DocumentKey KeyOf(string initiative, int number, string fingerprint) =>
        new(initiative, Kind, $"{VersionNumber.Id(number)}/{fingerprint}");

    /// <summary>
    /// Writes what is due where this node holds the function: looked at when a version or a ratification has come, and
    /// when the function has, since the holder before may have had to leave it.
    /// </summary>
    public static void WriteWhereDue(LogTransaction transaction, NodeStanding standing, string initiative, TimeProvider time)
    {
        if (FunctionHolding.MayWrite(standing, initiative, Function.GuideVisionAndStrategy, "", time.Today(), out var epoch) is not null) return;
        var agenda = StandingAgenda.Of(transaction, initiative);
        for (var number = agenda.Latest; number > 0 && agenda.At(number)?.InForce is null; number--)
        {
            if (agenda.At(number) is not { } version || !IsDue(transaction, version)) continue;
            transaction.Write(KeyOf(initiative, number, version.Fingerprint), epoch, new InForce { Since = time.Today().Written() });
            return;
        }
    }

    public override CallFault? Fault(InForce record) =>
        record.Since.Length == 0 ? CallFault.Invalid("since", "is missing; give the day") : Check.Day("since", record.Since, out _);

    protected override string? Misplaced(Document document) =>
        document.Deleted ? "what is in force is not taken back"
        : document.Id.Split('/') is [var version, { Length: FingerprintLength }] && VersionNumber.Read(version) is not null ? null
        : $"`{Check.Shown(document.Id)}` names no version and its fingerprint";

    private static bool IsDue(LogTransaction transaction, AgendaVersion version)
    {
        // Counting reads a row each; only where enough have answered is what they answered read.
        var answered = ReferenceTable.Count(
            transaction, RatificationKind.TopicOf(version.Initiative, version.Version), RatificationKind.Kind, RatificationKind.DetailOf(version.Clauses.Count));
        if (answered < QuorumCount.Needed(version.Quorum.AnsweredPercent, version.Ratifiers.Count)) return false;
        var said = version.Ratifiers
            .Select(ratifier => transaction.Find(new DocumentKey(version.Initiative, RatificationKind.Kind, RatificationKind.IdOf(version.Version, ratifier.Partner))))
            .Where(document => document is { Content.Deleted: false })
            .Select(document => Ratification.Parser.ParseFrom(document!.Content.Payload));
        return QuorumCount.Of(version, said).QuorumMet;
    }
}
