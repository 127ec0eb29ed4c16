using Grpc.Core;

namespace CollectiveImpact.Faults.Tests.Nodes;

/// <summary>Shared measurement of one initiative, which goes to one above it and comes back.</summary>
/// <param name="initiative">Whose function it is.</param>
/// <param name="host">The node of the initiative.</param>
/// <param name="above">The other that may hold it.</param>
/// <param name="holder">The node of that other.</param>
internal sealed class HandOver(string initiative, NodeClient host, string above, NodeClient holder)
{
    private const Function Measurement = Function.EstablishSharedMeasurement;

    /// <summary>Says what is due until both nodes know that it is where it should be. Either may be away meanwhile.</summary>
    /// <param name="to">The initiative, or the one above it.</param>
    /// <param name="patience">Ends the tries.</param>
    public Task GiveAsync(string to, CancellationToken patience) => Wait.UntilAsync(
        $"shared measurement of {initiative} in the hands of {to}",
        async () =>
        {
            var (here, there) = (await host.HoldingAsync(initiative, patience), await holder.HoldingAsync(initiative, patience));
            if (!Stands(here, to) || !Stands(there, to)) await SayAsync(to, here, there, patience);
            return (Here: here, There: there);
        },
        known => Stands(known.Here, to) && Stands(known.There, to) && known.Here.Epoch == known.There.Epoch,
        patience);

    private static bool Stands(FunctionState state, string to) => state.State == FunctionState.Types.State.Held && state.Writer == to;

    private async Task SayAsync(string to, FunctionState here, FunctionState there, CancellationToken patience)
    {
        try
        {
            if (to == initiative)
            {
                if (there.Writer == above)
                    await holder.Charter.HandOverAsync(new HandOverRequest { Initiative = initiative, Function = Measurement, To = { to } }, cancellationToken: patience);
            }
            else if (here.Writer == initiative && here.Proposed.Count == 0)
            {
                await host.Charter.DeclareAsync(new DeclareRequest { Initiative = initiative, Function = Measurement, Holders = { to } }, cancellationToken: patience);
            }
            else if (there.Proposed.Any(proposal => proposal.Accepted.Count == 0))
            {
                await holder.Charter.RespondAsync(
                    new RespondRequest { Initiative = initiative, Function = Measurement, Responder = to, Answer = RespondRequest.Types.Answer.Accept },
                    cancellationToken: patience);
            }
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.FailedPrecondition)
        {
            // What was looked at a moment ago has changed: the next look tells what is due.
        }
    }
}
