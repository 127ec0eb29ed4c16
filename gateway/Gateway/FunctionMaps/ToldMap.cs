using System.Collections.Immutable;
using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.FunctionMaps;

/// <summary>One initiative's function map as one node tells it, cut down to what routing needs.</summary>
/// <param name="Host">The node that hosts the initiative.</param>
/// <param name="AlignedWith">Initiatives of a level above.</param>
/// <param name="Tenures">By function, the first of the enumeration first.</param>
internal sealed record ToldMap(string Host, ImmutableArray<string> AlignedWith, ImmutableArray<Tenure> Tenures)
{
    public Tenure this[Function function]
    {
        get
        {
            var index = (int)function - 1;
            return index >= 0 && index < Tenures.Length ? Tenures[index] : Tenure.None;
        }
    }
}
