using System.Globalization;
using CollectiveImpact.Gateway.FunctionMaps;

namespace CollectiveImpact.Gateway.Routing;

/// <summary>
/// Read your writes: an answer that changed a function map is held back until the gateway has heard of the
/// change, so that the caller's next call is routed by it.
/// </summary>
internal sealed class MapVersion(NestBoard board)
{
    /// <summary>The header in which a node says how often its maps had changed with this answer.</summary>
    public const string Header = "collectiveimpact-map-version";

    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(1);

    /// <param name="node">The address of the node that answered.</param>
    /// <param name="version">The header's value, if it came.</param>
    public async ValueTask CatchUpAsync(Uri node, string? version, CancellationToken cancellationToken)
    {
        if (long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var changes))
            await board.WaitAsync(
                nest => nest.Nodes.Any(view => view.Address == node && view.Version >= changes),
                AtMost,
                cancellationToken);
    }
}
