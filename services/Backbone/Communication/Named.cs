using CollectiveImpact.Backbone.Partners;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>Whether what a record names is there; and, where the record travels, whether it may be named in it.</summary>
internal sealed class Named(StandingRules rules, PartnerRecords partners, IClauses clauses)
{
    // No record of its own, but a part of its agenda.
    private const string Clause = "clause";

    /// <summary>Ends the call where a partner is unknown, or known at this node alone and named in what leaves it.</summary>
    /// <param name="transaction">The operation.</param>
    /// <param name="initiative">Whose partner.</param>
    /// <param name="field">The field that names it.</param>
    /// <param name="partner">Which; empty for the initiative itself.</param>
    /// <param name="sharing">Whether the record leaves its node.</param>
    public void CheckPartner(LogTransaction transaction, string initiative, string field, string partner, Sharing sharing)
    {
        if (partner.Length == 0) return;
        Check.Id(field, partner)?.Throw();
        var found = partners.Partners.Get(transaction.Find, initiative, partner, field);
        if (sharing == Sharing.Shared && found.Sharing != Sharing.Shared)
            CallFault.Invalid(field, $"`{partner}` is known to {initiative}'s node alone, and this leaves it; name an organisation that is shared, or nobody").Throw();
    }

    /// <summary>Ends the call where a reference is malformed, or names what is not there.</summary>
    /// <param name="transaction">The operation.</param>
    /// <param name="field">The list of references.</param>
    /// <param name="about">The references.</param>
    /// <param name="former">What the record named before, and may go on naming.</param>
    /// <param name="sharing">Whether the record leaves its node.</param>
    public void CheckAbout(LogTransaction transaction, string field, IReadOnlyList<string> about, IEnumerable<string> former, Sharing sharing)
    {
        Spoken.AboutFault(field, about)?.Throw();
        var known = former.ToHashSet();
        for (var i = 0; i < about.Count; i++)
            if (!known.Contains(about[i])) Fault(transaction, $"{field}[{i}]", about[i], sharing)?.Throw();
    }

    private CallFault? Fault(LogTransaction transaction, string field, string about, Sharing sharing)
    {
        var (kind, record) = (about[..about.IndexOf(' ')], about[(about.IndexOf(' ') + 1)..]);
        var (initiative, id) = (record[..record.IndexOf('/')], record[(record.IndexOf('/') + 1)..]);
        if (rules.Working.Nest.Find(initiative) is null) return CallFault.UnknownInitiative(field, initiative);
        if (kind == Clause)
            return clauses.Exists(transaction.Find, initiative, id) ? null : CallFault.NotFound(field, $"the agenda of {initiative} has no clause `{Check.Shown(id)}` that is known here");
        if (rules.TravelOf(kind) is not { } travel)
            return CallFault.Invalid(field, $"there are no records of kind `{kind}`; name one of a kind that there is, like `indicator ca/homes`");
        var open = sharing == Sharing.Kept || travel != Travel.Kept ? transaction.Find(new DocumentKey(initiative, kind, id)) : null;
        var own = sharing == Sharing.Kept ? transaction.Find(new DocumentKey(initiative, $"{kind}-kept", id)) : null;
        return open is { Content.Deleted: false } || own is { Content.Deleted: false }
            ? null
            : CallFault.NotFound(field, $"{initiative} has no {kind} `{Check.Shown(id)}` that is known here{(sharing == Sharing.Shared ? " and shared" : "")}");
    }
}
