using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.PolicyAsk.Types;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>Which way an ask goes, from being drafted to what became of it.</summary>
internal static class AskStages
{
    private const int MostMoves = 200;

    /// <summary>Whether a way leads from one stage to another.</summary>
    public static bool Leads(Stage from, Stage to) => (from, to) switch
    {
        (Stage.Drafted, Stage.Raised or Stage.Withdrawn) => true,
        (Stage.Raised, Stage.UnderConsideration or Stage.Adopted or Stage.Declined or Stage.Withdrawn) => true,
        (Stage.UnderConsideration, Stage.Adopted or Stage.Declined or Stage.Withdrawn) => true,
        (Stage.Adopted, Stage.CarriedOut) => true,
        _ => IsBack(from, to),
    };

    /// <summary>Whether something is undone by it, or asked again: which needs to be explained.</summary>
    public static bool IsBack(Stage from, Stage to) => (from, to) is
        (Stage.Adopted or Stage.CarriedOut, Stage.UnderConsideration) or (Stage.Declined or Stage.Withdrawn, Stage.Raised);

    /// <summary>Whether an ask was ever put to the body: from then on it is not taken out, and not kept.</summary>
    public static bool WasRaised(PolicyAsk ask) => ask.Moves.Any(move => move.To == Stage.Raised);

    public static Stage Of(PolicyAsk ask) => ask.Moves.Count == 0 ? Stage.Unspecified : ask.Moves[^1].To;

    /// <summary>What is wrong with an ask's history.</summary>
    public static CallFault? Fault(IReadOnlyList<Move> moves)
    {
        if (moves.Count is 0 or > MostMoves) return CallFault.Invalid("moves", $"has {moves.Count} entries; an ask has 1 to {MostMoves}");
        if (moves[0].To != Stage.Drafted) return CallFault.Invalid("moves[0].to", $"is {moves[0].To}; an ask begins as it is drafted");
        for (var i = 0; i < moves.Count; i++)
        {
            var (field, move) = ($"moves[{i}]", moves[i]);
            if ((Check.Known($"{field}.to", move.To) ?? Check.RequiredDay($"{field}.day", move.Day) ?? Check.Text($"{field}.note", move.Note)) is { } fault) return fault;
            if (i > 0 && Fault(moves[i - 1], move) is { } wrong) return wrong.Within(field);
        }

        return null;
    }

    /// <summary>What is wrong with a move after another.</summary>
    public static CallFault? Fault(Move from, Move move) =>
        !Leads(from.To, move.To)
            ? CallFault.Precondition("to", $"no way leads from {from.To} to {move.To}; from there it goes to {string.Join(", ", Enum.GetValues<Stage>().Where(stage => Leads(from.To, stage)))}")
            : string.CompareOrdinal(move.Day, from.Day) < 0
                ? CallFault.Invalid("day", $"{Check.Shown(move.Day)} is before {from.Day}, the day on which it came to {from.To}")
                : IsBack(from.To, move.To) && move.Note is null or { En.Length: 0, Fr.Length: 0 }
                    ? CallFault.Invalid("note", $"is missing; say in English, in French, or in both why it goes from {from.To} to {move.To}")
                    : null;
}
