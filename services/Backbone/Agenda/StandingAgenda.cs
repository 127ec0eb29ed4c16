using System.Security.Cryptography;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>An initiative's agenda as its documents stand at one moment: its versions, and which of them are in force.</summary>
internal sealed class StandingAgenda
{
    private readonly string _initiative;
    private readonly Func<DocumentKey, StoredDocument?> _find;
    private readonly Dictionary<int, AgendaVersion?> _versions = [];

    private StandingAgenda(string initiative, Func<DocumentKey, StoredDocument?> find, int latest) => (_initiative, _find, Latest) = (initiative, find, latest);

    public static StandingAgenda Of(LogReader reader, string initiative) =>
        new(initiative, reader.Find, Number(reader.LastId(initiative, AgendaVersionKind.Kind)));

    public static StandingAgenda Of(LogTransaction transaction, string initiative) =>
        new(initiative, transaction.Find, Number(transaction.LastId(initiative, AgendaVersionKind.Kind)));

    /// <summary>The same where nothing but single documents can be found: versions follow one another without a gap.</summary>
    public static StandingAgenda Of(Func<DocumentKey, StoredDocument?> find, string initiative)
    {
        var latest = 0;
        while (latest < VersionNumber.Largest && find(AgendaVersionKind.KeyOf(initiative, latest + 1)) is not null) latest++;
        return new StandingAgenda(initiative, find, latest);
    }

    /// <summary>The number of the version put forward last; 0 before the first.</summary>
    public int Latest { get; }

    /// <summary>The version in force: of those that were put in force, the last.</summary>
    public AgendaVersion? InForce => Numbers().Reverse().Select(At).FirstOrDefault(version => version?.InForce is not null);

    /// <summary>A version, with all that is filled in answers except its state; null where none of that number is known.</summary>
    public AgendaVersion? At(int number)
    {
        if (number < 1 || number > Latest) return null;
        if (_versions.TryGetValue(number, out var known)) return known;
        return _versions[number] = Read(number);
    }

    /// <summary>The versions from a number on that were put in force, the first first.</summary>
    public IEnumerable<AgendaVersion> PutInForceFrom(int number) =>
        Numbers().Where(each => each >= number).Select(At).OfType<AgendaVersion>().Where(version => version.InForce is not null);

    /// <summary>A version as it is shown.</summary>
    public AgendaVersion Show(AgendaVersion version)
    {
        var shown = version.Clone();
        shown.State = StateOf(version);
        return shown;
    }

    public AgendaVersion.Types.State StateOf(AgendaVersion version) => InForce switch
    {
        { } inForce when inForce.Version == version.Version => AgendaVersion.Types.State.InForce,
        { } inForce when inForce.Version > version.Version => AgendaVersion.Types.State.Replaced,
        _ => AgendaVersion.Types.State.PutForward,
    };

    /// <summary>A clause of the agenda: of the version in force, or of that put forward last.</summary>
    public Clause? Clause(string clause) => InForce?.Find(clause) ?? At(Latest)?.Find(clause);

    private static int Number(string? id) => id is null ? 0 : VersionNumber.Read(id) ?? 0;

    private IEnumerable<int> Numbers() => Enumerable.Range(1, Latest);

    private AgendaVersion? Read(int number)
    {
        if (_find(AgendaVersionKind.KeyOf(_initiative, number)) is not { Content: { Deleted: false } content }) return null;
        var version = AgendaVersion.Parser.ParseFrom(content.Payload);
        (version.Initiative, version.Version, version.State) = (_initiative, number, AgendaVersion.Types.State.Unspecified);
        version.Fingerprint = Convert.ToHexStringLower(SHA256.HashData(content.Payload.Span));
        version.InForce = _find(AgendaForceKind.KeyOf(_initiative, number, version.Fingerprint)) is { Content: { Deleted: false } force }
            ? V1.InForce.Parser.ParseFrom(force.Payload)
            : null;
        return version;
    }
}
