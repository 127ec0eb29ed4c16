using System.Collections.Immutable;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>
/// Who held a function, one tenure after the other, and what waits. It follows from the documents alone, so every node
/// that has the same ones sees the same.
/// </summary>
/// <param name="Initiative">Whose function it is.</param>
/// <param name="Past">Every tenure that has begun, by epoch; the last one stands.</param>
/// <param name="Waiting">Proposals for the epoch after, none of them declined.</param>
/// <param name="Accepted">
/// That of the waiting ones which all have accepted and whose first day has come: the holder before has yet to release.
/// </param>
/// <param name="Record">The documents.</param>
internal sealed record Tenures(
    string Initiative, ImmutableArray<Proposal> Past, ImmutableArray<Proposal> Waiting, Proposal? Accepted, CharterRecord Record)
{
    /// <summary>The tenure that stands, if its term is over or not; null before the first.</summary>
    public Proposal? Current => Past.IsEmpty ? null : Past[^1];

    public long NextEpoch => (Current?.Epoch ?? 0) + 1;

    public static Tenures Of(string initiative, CharterRecord record, DateOnly today)
    {
        var past = ImmutableArray.CreateBuilder<Proposal>();
        while (true)
        {
            var current = past.Count == 0 ? null : past[^1];
            var epoch = (current?.Epoch ?? 0) + 1;
            ImmutableArray<Proposal> open =
            [
                .. record.Proposals.Values.Where(proposal => proposal.Epoch == epoch
                    && (proposal.Proposer == initiative || proposal.Proposer == current?.Writer)
                    && !IsDeclined(initiative, proposal, record)),
            ];
            List<Proposal> accepted = [.. open.Where(proposal => IsAccepted(initiative, proposal, record) && !(proposal.From > today))];
            if (accepted.Find(proposal => MayBegin(proposal, current, record, today)) is not { } next)
                return new Tenures(initiative, past.ToImmutable(), open, accepted.FirstOrDefault(), record);
            past.Add(next);
        }
    }

    /// <summary>The tenure of an epoch, if it has begun.</summary>
    public Proposal? At(long epoch) => Past.FirstOrDefault(tenure => tenure.Epoch == epoch);

    /// <summary>The release that ended a tenure, if one did.</summary>
    public Release? ReleaseOf(Proposal tenure) => Record.Releases.GetValueOrDefault((tenure.Epoch, tenure.Writer));

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

    private static bool MayBegin(Proposal proposal, Proposal? current, CharterRecord record, DateOnly today)
    {
        if (current is null) return true;
        if (record.Releases.TryGetValue((current.Epoch, current.Writer), out var release)) return release.Proposer == proposal.Proposer;
        // Whose term is over writes no more, and need not say so.
        return current.Until < today;
    }
}
