using System.Collections.Immutable;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>A place in a writer's log, and when it was written.</summary>
internal sealed record LogPlace(string Log, long Sequence, DateTimeOffset WrittenAt)
{
    public static LogPlace Of(Document document) => new(
        Convert.ToHexStringLower(document.Log.Span), document.Sequence, document.WrittenAt.ToDateTimeOffset());
}

/// <summary>A tenure that somebody proposed.</summary>
/// <param name="Proposer">The initiative whose function it is, or the holder that hands over.</param>
/// <param name="Revision">The proposal's revision.</param>
internal sealed record Proposal(
    string Proposer,
    long Epoch,
    long Revision,
    ImmutableArray<string> Holders,
    string Writer,
    Text? Reason,
    DateOnly? From,
    DateOnly? Until);

/// <summary>An answer to a proposal.</summary>
internal sealed record Response(bool Accepted, long Revision, Text? Reason);

/// <summary>The word of a holder that it has written its last.</summary>
/// <param name="Proposer">Whose proposal it yields to.</param>
/// <param name="Place">What it wrote under its tenure before this stands; what comes after is refused.</param>
/// <param name="FormerLogs">The logs that its node had before.</param>
internal sealed record Release(string Proposer, LogPlace Place, ImmutableArray<string> FormerLogs)
{
    /// <summary>Whether the holder wrote something before it released; by time alone where its log is not known.</summary>
    public bool Follows(LogPlace written) =>
        written.Log == Place.Log ? written.Sequence < Place.Sequence : FormerLogs.Contains(written.Log) || written.WrittenAt < Place.WrittenAt;
}

/// <summary>All documents about one function of one initiative.</summary>
internal sealed record CharterRecord
{
    public static CharterRecord Empty { get; } = new();

    /// <summary>By epoch and proposer.</summary>
    public ImmutableSortedDictionary<(long Epoch, string Proposer), Proposal> Proposals { get; init; } =
        ImmutableSortedDictionary.Create<(long, string), Proposal>(Comparer<(long Epoch, string Proposer)>.Create((a, b) =>
            a.Epoch != b.Epoch ? a.Epoch.CompareTo(b.Epoch) : string.CompareOrdinal(a.Proposer, b.Proposer)));

    /// <summary>By epoch, proposer and who answers.</summary>
    public ImmutableDictionary<(long Epoch, string Proposer, string Responder), Response> Responses { get; init; } =
        ImmutableDictionary<(long, string, string), Response>.Empty;

    /// <summary>By the epoch of the tenure that ends and its holder.</summary>
    public ImmutableDictionary<(long Epoch, string Holder), Release> Releases { get; init; } =
        ImmutableDictionary<(long, string), Release>.Empty;
}
