using System.Runtime.InteropServices;
using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.FunctionMaps;

/// <summary>
/// Reads one node's function maps. Thousands of them name the same few nodes and holders, so each name is kept
/// once.
/// </summary>
internal sealed class MapReading
{
    private static readonly int Functions = Enum.GetValues<Function>().Max(function => (int)function);

    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public ToldMap Read(FunctionMap map)
    {
        var tenures = new Tenure[Functions];
        Array.Fill(tenures, Tenure.None);
        foreach (var state in map.Functions)
            if (state.Function > Function.Unspecified && (int)state.Function <= Functions)
                tenures[(int)state.Function - 1] = Read(state);
        return new ToldMap(
            Once(map.Node), [.. map.AlignedWith.Select(Once)], ImmutableCollectionsMarshal.AsImmutableArray(tenures));
    }

    private Tenure Read(FunctionState state) => state.State switch
    {
        FunctionState.Types.State.Held or FunctionState.Types.State.Shared or FunctionState.Types.State.Overlap =>
            new Tenure(state.Epoch, Once(state.Writer), Once(state.WriterNode)),
        _ when state.Epoch == 0 => Tenure.None,
        _ => new Tenure(state.Epoch, "", ""),
    };

    private string Once(string name)
    {
        if (names.TryGetValue(name, out var known))
            return known;
        names.Add(name);
        return name;
    }
}
