using System.Collections.Immutable;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>
/// Who held a function, one tenure after the other, and what waits. It follows from the documents alone, so every node
/// that has the same ones sees the same. Each tenure is begun by the word of one node: that of the holder before, or the
/// initiative's where nobody holds. So no two nodes can begin different ones, whatever they have not heard of.
/// </summary>
/// <param name="Initiative">Whose function it is.</param>
/// <param name="Past">Every tenure that has begun, by epoch; the last one stands.</param>
/// <param name="Waiting">Proposals for what comes after, none of them declined.</param>
/// <param name="Accepted">
/// That of the waiting ones which all have accepted and whose first day has come: it waits for the word by which it begins.
/// </param>
/// <param name="IsOver">Whether the term of the tenure that stands is over.</param>
/// <param name="Record">The documents.</param>
internal sealed record Tenures(
    string Initiative, ImmutableArray<Proposal> Past, ImmutableArray<Proposal> Waiting, Proposal? Accepted, bool IsOver, CharterRecord Record)
{
    /// <summary>
    /// After a term that ended without a release, the initiative's word begins the first epoch of the next hundred: what
    /// was handed over in that term, of which it may not have heard, keeps the epochs between.
    /// </summary>
    private const long Hundred = 100;

    /// <summary>The tenure that stands, if its term is over or not; null before the first.</summary>
    public Proposal? Current => Past.IsEmpty ? null : Past[^1];

    /// <summary>The epoch for which a proposal is made now.</summary>
    public long NextEpoch => (Current?.Epoch ?? 0) + 1;

    /// <summary>Where nobody holds the function: the epoch that the initiative's word ends, as a holder's release ends its own.</summary>
    public long VacantEpoch => Current is { } current ? ((current.Epoch / Hundred) + 1) * Hundred : 0;

    /// <summary>Whether the tenure that stands can be handed over to another before its term is over: a term has an end of epochs too.</summary>
    public bool MayYieldTo(string writer) => Current is { } current && (current.Until is null || writer == Initiative || NextEpoch % Hundred != 0);

    /// <summary>
    /// Whether what is proposed now begins by a word that somebody gives: not where an initiative takes its function
    /// first, which says all, nor what a holder proposes, which waits for its release in any case.
    /// </summary>
    public bool NeedsWord(string proposer, string writer) => proposer == Initiative && !(Current is null && writer == Initiative);

    public static Tenures Of(string initiative, CharterRecord record, DateOnly today)
    {
        var past = ImmutableArray.CreateBuilder<Proposal>();
        while (Next(initiative, past.Count == 0 ? null : past[^1], record, today) is { } next) past.Add(next);
        var current = past.Count == 0 ? null : past[^1];
        var isOver = current?.Until < today;
        ImmutableArray<Proposal> open =
        [
            .. record.Proposals.Values.Where(proposal => proposal.Epoch == (current?.Epoch ?? 0) + 1
                && (proposal.Proposer == initiative || (proposal.Proposer == current?.Writer && !isOver))
                && !IsDeclined(initiative, proposal, record)),
        ];
        if (isOver && open.IsEmpty && Rest(initiative, current!, record) is { } rest) open = [rest];
        return new Tenures(
            initiative, past.ToImmutable(), open, open.FirstOrDefault(proposal => IsAccepted(initiative, proposal, record) && !(proposal.From > today)), isOver, record);
    }

    /// <summary>The tenure of an epoch, if it has begun.</summary>
    public Proposal? At(long epoch) => Past.FirstOrDefault(tenure => tenure.Epoch == epoch);

    /// <summary>The release that ended a tenure, if one did; of an initiative that had not heard of its own, what it said all the same.</summary>
    public Release? ReleaseOf(Proposal tenure) =>
        Record.Releases.GetValueOrDefault((tenure.Epoch, tenure.Writer)) ?? (tenure.Writer == Initiative ? WordAfter(tenure, Record) : null);

    /// <summary>Why the initiative can't say who holds its function after an epoch in which nobody does; null where it can.</summary>
    public string? WhyNotVacant(long epoch) => Past.LastOrDefault(tenure => tenure.Epoch <= epoch) switch
    {
        null when epoch == 0 => null,
        { } before when before.Until is not null || before.Writer == Initiative => null,
        { } before => $"{before.Writer} holds it from epoch {before.Epoch}, until it releases it",
        null => $"nobody is known here to have held it before epoch {epoch}",
    };

    public IEnumerable<string> Answered(Proposal proposal, bool accepted) => proposal.Holders.Where(holder =>
        Record.Responses.TryGetValue((proposal.Epoch, proposal.Proposer, holder), out var response)
        && response.Revision == proposal.Revision && response.Accepted == accepted);

    /// <summary>Whether a holder has accepted what a proposal says now: that stands, for others may have begun by it.</summary>
    public bool HasAccepted(Proposal proposal, string holder) => Answered(proposal, accepted: true).Contains(holder);

    /// <summary>Whether a tenure needs the word of one of its holders: an initiative's own function comes to it unasked, and a proposer has said it.</summary>
    public static bool IsAsked(string initiative, Proposal proposal, string holder) =>
        holder != initiative && holder != proposal.Proposer && proposal.Holders.Contains(holder);

    private static bool IsAccepted(string initiative, Proposal proposal, CharterRecord record) => proposal.Holders.All(holder =>
        !IsAsked(initiative, proposal, holder)
        || (record.Responses.TryGetValue((proposal.Epoch, proposal.Proposer, holder), out var response)
            && response is { Accepted: true } && response.Revision == proposal.Revision));

    // Who is not asked can't undo what has begun without its word.
    private static bool IsDeclined(string initiative, Proposal proposal, CharterRecord record) => proposal.Holders.Any(holder =>
        IsAsked(initiative, proposal, holder)
        && record.Responses.TryGetValue((proposal.Epoch, proposal.Proposer, holder), out var response)
        && response is { Accepted: false } && response.Revision == proposal.Revision);

    private static Proposal? Next(string initiative, Proposal? current, CharterRecord record, DateOnly today)
    {
        if (current is not null && record.Releases.TryGetValue((current.Epoch, current.Writer), out var release))
            return release.Tenure ?? Begun(release.Proposer, isReleased: true);
        // A term is the initiative's to give, and what was handed over in it ends with it: so nobody else writes when this is said.
        if ((current is null or { Until: not null } || current.Writer == initiative) && WordAfter(current, record) is { } word) return word.Tenure;
        return current is null || current.Until < today ? Begun(initiative, isReleased: false) : null;

        // Without a word: an initiative's first tenure of its own function, and what releases before this one proposed.
        Proposal? Begun(string proposer, bool isReleased) =>
            record.Proposals.TryGetValue(((current?.Epoch ?? 0) + 1, proposer), out var proposal)
            && (isReleased || !proposal.NeedsWord) && IsAccepted(initiative, proposal, record) && !(proposal.From > today)
                ? proposal
                : null;
    }

    private static Release? WordAfter(Proposal? tenure, CharterRecord record) => record.Releases
        .Where(each => each.Value.IsVacant && (tenure is null ? each.Key.Epoch == 0 : each.Key.Epoch >= tenure.Epoch))
        .OrderBy(each => each.Key.Epoch)
        .Select(each => each.Value)
        .FirstOrDefault();

    /// <summary>
    /// What an initiative proposed for longer than the term in which it began: once that is over, the initiative says it again.
    /// </summary>
    private static Proposal? Rest(string initiative, Proposal current, CharterRecord record) =>
        record.Proposals.TryGetValue((current.Epoch, initiative), out var said)
        && current.Proposer == initiative && said.Writer == current.Writer && said.Holders.SequenceEqual(current.Holders)
        && !(said.Until <= current.Until)
            ? said
            : null;
}
