namespace CollectiveImpact.Gateway.FunctionMaps;

/// <summary>
/// What routing needs of a function's state: who writes, and the node that hosts it. Both are empty where nobody
/// does: in a gap, while only proposed, or once lapsed.
/// </summary>
internal sealed record Tenure(long Epoch, string Writer, string WriterNode)
{
    public static readonly Tenure None = new(0, "", "");
}
