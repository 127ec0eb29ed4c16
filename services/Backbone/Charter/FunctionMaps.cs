using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>Function maps, as the contract shows them.</summary>
internal static class FunctionMaps
{
    public static FunctionMap Of(NodeStanding standing, string initiative, DateOnly today)
    {
        var known = standing.Nest.Find(initiative)!;
        return new FunctionMap
        {
            Initiative = initiative,
            Node = known.Host.Fingerprint,
            Level = known.Level,
            AlignedWith = { standing.Nest.Alignments(initiative).Keys },
            Functions = { Functions.All.Select(function => State(standing, initiative, function, today)) },
        };
    }

    public static FunctionState State(NodeStanding standing, string initiative, Function function, DateOnly today)
    {
        var tenures = standing.Charters.Tenures(initiative, function, today);
        var state = new FunctionState
        {
            Function = function,
            State = StateOf(tenures),
            Proposed = { tenures.Waiting.Select(proposal => Show(tenures, proposal)) },
        };
        if (tenures.Current is not { } current) return state;
        state.Holders.AddRange(current.Holders);
        state.Writer = current.Writer;
        state.WriterNode = standing.Nest.Find(current.Writer)?.Host.Fingerprint ?? "";
        state.Epoch = current.Epoch;
        state.From = current.From.Written();
        state.Until = current.Until.Written();
        state.Reason = current.Reason;
        return state;
    }

    private static FunctionState.Types.State StateOf(Tenures tenures) => tenures switch
    {
        { Current: null, Waiting.IsEmpty: true } => FunctionState.Types.State.Gap,
        { Current: null } => FunctionState.Types.State.Proposed,
        { IsOver: true } => FunctionState.Types.State.Lapsed,
        { Accepted: not null } => FunctionState.Types.State.Overlap,
        { Current.Holders.Length: > 1 } => FunctionState.Types.State.Shared,
        _ => FunctionState.Types.State.Held,
    };

    private static FunctionState.Types.Proposal Show(Tenures tenures, Proposal proposal) => new()
    {
        By = proposal.Proposer,
        Holders = { proposal.Holders },
        Writer = proposal.Writer,
        Accepted = { tenures.Answered(proposal, accepted: true) },
        Declined = { tenures.Answered(proposal, accepted: false) },
        Epoch = proposal.Epoch,
        Reason = proposal.Reason,
    };
}
