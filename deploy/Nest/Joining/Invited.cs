using CollectiveImpact.Nest.Processes;
using CollectiveImpact.NestLoading;
using CollectiveImpact.V1;

namespace CollectiveImpact.Nest.Joining;

/// <summary>Links the nodes as their operators would: each child joins its parent by an invitation.</summary>
internal sealed class Invited(Patience patience)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);

    /// <summary>Joins a child to a parent, unless it is joined to it where the parent answers now.</summary>
    public async Task JoinAsync(Service child, Level level, Service parent, CancellationToken cancellationToken)
    {
        var (own, above) = (new NodeOperator(child.Folder!), new NodeOperator(parent.Folder!));
        var what = $"Joining {child.Name} to {parent.Name}";
        var status = await patience.CallAsync(
            what, Deadline, options => own.CallAsync((node, call) => node.GetStatusAsync(new GetStatusRequest(), call), options), cancellationToken);
        if (status.Links.Any(link => link.PeerIsParent && link.Address == parent.Address && link.Standing == LinkState.Types.Standing.Active))
            return;
        await patience.CallAsync(
            what, Deadline,
            async options =>
            {
                // Its nodes are all this runner's: each may host whatever the folder says.
                var invited = await above.CallAsync(
                    (node, call) => node.InviteAsync(new InviteRequest { Level = level, Initiatives = { "*" }, Address = parent.Address }, call), options);
                return await own.CallAsync((node, call) => node.JoinParentAsync(new JoinParentRequest { Invitation = invited.Text }, call), options);
            },
            cancellationToken);
    }
}
