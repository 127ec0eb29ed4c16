using CollectiveImpact.Cli.Output;
using CollectiveImpact.V1;

namespace CollectiveImpact.Cli.Status;

/// <summary>A row an initiative and a column a function; what nobody holds, two hold or is over stands out.</summary>
internal static class FunctionsView
{
    private static readonly (Function Function, string Heading, string Words)[] Functions =
    [
        (Function.GuideVisionAndStrategy, "VISION", "guide vision and strategy"),
        (Function.SupportAlignedActivities, "ACTIVITIES", "support aligned activities"),
        (Function.EstablishSharedMeasurement, "MEASUREMENT", "establish shared measurement"),
        (Function.BuildPublicWill, "WILL", "build public will"),
        (Function.AdvancePolicy, "POLICY", "advance policy"),
        (Function.MobilizeResources, "RESOURCES", "mobilize resources"),
    ];

    public static void Write(Screen screen, IReadOnlyList<FunctionMap> maps)
    {
        screen.Line(new Piece("Functions of the initiatives hosted here", Tone.Heading));
        if (maps.Count == 0)
        {
            screen.Sentence("This node hosts no initiative yet. nest import loads a folder of them.");
            return;
        }
        var table = new TextTable([new("INITIATIVE", Shrinks: true), .. Functions.Select(function => new Column(function.Heading, Shrinks: true))]);
        foreach (var map in maps)
            table.Add([map.Initiative, .. Functions.Select(function => Holder(map, State(map, function.Function)))]);
        table.Write(screen);
        foreach (var (map, function, state) in maps.SelectMany(map => Functions.Select(function => (map, function, State(map, function.Function)))))
        {
            if (Remark(state) is { } remark)
                screen.Sentence($"{map.Initiative}, {function.Words}: {remark}", Tone.Notice);
        }
        WriteSummary(screen, maps);
    }

    private static FunctionState State(FunctionMap map, Function function) =>
        map.Functions.FirstOrDefault(state => state.Function == function) ?? new() { Function = function, State = FunctionState.Types.State.Gap };

    private static Piece Holder(FunctionMap map, FunctionState state) => state.State switch
    {
        FunctionState.Types.State.Gap => new Piece("GAP", Tone.Bad),
        FunctionState.Types.State.Overlap => new Piece("OVERLAP", Tone.Bad),
        FunctionState.Types.State.Lapsed => new Piece("LAPSED", Tone.Bad),
        FunctionState.Types.State.Proposed => new Piece("proposed", Tone.Notice),
        FunctionState.Types.State.Shared => $"{Name(map, state.Writer)} +{state.Holders.Count - 1}",
        _ => Name(map, state.Writer),
    };

    private static string Name(FunctionMap map, string holder) => holder == map.Initiative ? "itself" : holder;

    private static string? Remark(FunctionState state) => state.State switch
    {
        FunctionState.Types.State.Overlap => $"{state.Writer} holds it, and {Asked(state)} has accepted it; it passes on as soon as {state.Writer} hears of it",
        FunctionState.Types.State.Lapsed => $"the term of {string.Join(", ", state.Holders)} ended on {state.Until}, and what is written is refused",
        FunctionState.Types.State.Proposed => $"{Asked(state)} is asked to hold it",
        _ => null,
    };

    private static string Asked(FunctionState state) => string.Join(" and ", state.Proposed.SelectMany(proposal => proposal.Holders).Distinct());

    private static void WriteSummary(Screen screen, IReadOnlyList<FunctionMap> maps)
    {
        var states = maps.SelectMany(map => Functions.Select(function => State(map, function.Function).State)).ToLookup(state => state);
        var (gaps, overlaps, lapsed) = (states[FunctionState.Types.State.Gap].Count(), states[FunctionState.Types.State.Overlap].Count(), states[FunctionState.Types.State.Lapsed].Count());
        var wrong = gaps + overlaps + lapsed > 0;
        screen.Line(new Piece(
            $"{Words.Count(maps.Count, "initiative")}: {Words.Count(gaps, "gap")}, {Words.Count(overlaps, "overlap")}, {Words.Number(lapsed)} lapsed",
            wrong ? Tone.Notice : Tone.Good));
    }
}
