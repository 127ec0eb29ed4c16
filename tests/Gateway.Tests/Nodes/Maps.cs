using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.Tests.Nodes;

/// <summary>Function maps in which only shared measurement is told.</summary>
internal static class Maps
{
    public const string Hamilton = "ca.on.hamilton";
    public const string Ontario = "ca.on";
    public const string Canada = "ca";

    /// <summary>The initiative, hosted at a node, with shared measurement held there or elsewhere.</summary>
    public static FunctionMap Of(
        string initiative, string node, string writer, string writerNode, long epoch = 1, params string[] alignedWith) =>
        Map(initiative, node, alignedWith, new FunctionState
        {
            State = FunctionState.Types.State.Held,
            Holders = { writer },
            Writer = writer,
            WriterNode = writerNode,
            Epoch = epoch,
        });

    /// <summary>The initiative, holding its own shared measurement.</summary>
    public static FunctionMap Own(string initiative, string node, params string[] alignedWith) =>
        Of(initiative, node, initiative, node, 1, alignedWith);

    public static FunctionMap In(
        FunctionState.Types.State state, string initiative, string node, long epoch, string writer = "", string writerNode = "") =>
        Map(initiative, node, [], new FunctionState { State = state, Epoch = epoch, Writer = writer, WriterNode = writerNode });

    private static FunctionMap Map(string initiative, string node, string[] alignedWith, FunctionState state)
    {
        state.Function = Function.EstablishSharedMeasurement;
        return new FunctionMap { Initiative = initiative, Node = node, AlignedWith = { alignedWith }, Functions = { state } };
    }
}
