using System.Collections.Immutable;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>A place in a writer's log, and when it was written.</summary>
internal sealed record LogPlace(string Log, long Sequence, DateTimeOffset WrittenAt)
{
    public static LogPlace Of(Document document) => new(
        Convert.ToHexStringLower(document.Log.Span), document.Sequence, document.WrittenAt.ToDateTimeOffset());
}

/// <summary>A tenure that somebody proposed, or that has begun.</summary>
/// <param name="Proposer">The initiative whose function it is, or the holder that hands over.</param>
/// <param name="Revision">The proposal's revision.</param>
/// <param name="NeedsWord">Whether it begins by the word of the holder before or, where nobody holds, of the initiative; and not by acceptance alone.</param>
internal sealed record Proposal(
    string Proposer,
    long Epoch,
    long Revision,
    ImmutableArray<string> Holders,
    string Writer,
    Text? Reason,
    DateOnly? From,
    DateOnly? Until,
    bool NeedsWord = false)
{
    public static Proposal Read(string proposer, long epoch, long revision, TenureRecord tenure) => new(
        proposer, epoch, revision, [.. tenure.Holders], tenure.Writer, tenure.Reason, UtcDay.Read(tenure.From), UtcDay.Read(tenure.Until), tenure.NeedsWord);

    /// <summary>Who is to hold it, from when, until when and why.</summary>
    public TenureRecord Tenure => new()
    {
        Holders = { Holders }, Writer = Writer, Reason = Reason, From = From.Written(), Until = Until.Written(), NeedsWord = NeedsWord,
    };
}

/// <summary>An answer to a proposal.</summary>
internal sealed record Response(bool Accepted, long Revision, Text? Reason);

/// <summary>The word of a holder that it has written its last, or of an initiative whose function nobody holds; and who holds it from then on.</summary>
/// <param name="Proposer">Whose proposal it yields to.</param>
/// <param name="Tenure">The tenure that begins by it. Null in those of earlier releases: the proposal as it stands.</param>
/// <param name="IsVacant">Whether nobody held the function.</param>
/// <param name="Place">What it wrote under its tenure before this stands; what comes after is refused.</param>
/// <param name="FormerLogs">The logs that its node had before.</param>
internal sealed record Release(string Proposer, Proposal? Tenure, bool IsVacant, LogPlace Place, ImmutableArray<string> FormerLogs)
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
