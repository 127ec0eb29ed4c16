using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Records;

/// <summary>What calls about records share: who may write, and reading as of one moment.</summary>
internal sealed class RecordCalls(DocumentLog log, StandingRules rules, TimeProvider time)
{
    /// <summary>What stands in the operation that the log's thread runs now.</summary>
    public NodeStanding Working => rules.Working;

    /// <summary>Writes as whoever may write a set's records.</summary>
    /// <param name="records">Of which kind.</param>
    /// <param name="initiative">Whose.</param>
    /// <param name="by">The initiative that writes; empty for whoever may at this node.</param>
    /// <param name="write">Is given the epoch to write under.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="RpcException">This node may not write, or what <paramref name="write"/> throws; nothing stands.</exception>
    public Task<TAnswer> WriteAsync<T, TAnswer>(
        RecordSet<T> records, string initiative, string by, Func<LogTransaction, long, TAnswer> write, ServerCallContext context)
        where T : class, IMessage<T>, new() => WriteAsync(
        initiative, standing => (records.MayWrite(standing, initiative, by, out var epoch), epoch), write, context);

    /// <summary>Takes a record out, as whoever may write it.</summary>
    /// <param name="records">Of which kind.</param>
    /// <param name="initiative">Whose.</param>
    /// <param name="by">The initiative that writes; empty for whoever may at this node.</param>
    /// <param name="id">Which.</param>
    /// <param name="revision">The revision that was read.</param>
    /// <param name="field">What names it in the request.</param>
    /// <param name="answer">The call's.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="RpcException">This node may not write, there is no such record, or another revision stands by now.</exception>
    public Task<TAnswer> RemoveAsync<T, TAnswer>(
        RecordSet<T> records, string initiative, string by, string id, string revision, string field, TAnswer answer, ServerCallContext context)
        where T : class, IMessage<T>, new() => WriteAsync(
        records, initiative, by,
        (transaction, epoch) =>
        {
            records.Remove(transaction, initiative, id, epoch, revision, field);
            return answer;
        },
        context);

    /// <summary>Writes as the holder of a function.</summary>
    public Task<TAnswer> WriteAsync<TAnswer>(
        Function function, string initiative, string by, Func<LogTransaction, long, TAnswer> write, ServerCallContext context) => WriteAsync(
        initiative, standing => (FunctionHolding.MayWrite(standing, initiative, function, by, time.Today(), out var epoch), epoch), write, context);

    private async Task<TAnswer> WriteAsync<TAnswer>(
        string initiative, Func<NodeStanding, (CallFault? Fault, long Epoch)> mayWrite, Func<LogTransaction, long, TAnswer> write, ServerCallContext context)
    {
        await rules.Arrival(standing => standing.Nest.Find(initiative) is not null, context.CancellationToken);
        return await log.WriteAsync(
            transaction =>
            {
                var (fault, epoch) = mayWrite(rules.Working);
                fault?.Throw();
                return write(transaction, epoch);
            },
            context.CancellationToken);
    }

    /// <summary>Reads about an initiative that is known here.</summary>
    /// <exception cref="RpcException">It is not known, or what <paramref name="read"/> throws.</exception>
    public TAnswer Read<TAnswer>(string initiative, Func<LogReader, NodeStanding, TAnswer> read)
    {
        Check.Id("initiative", initiative)?.Throw();
        var standing = rules.Published;
        if (standing.Nest.Find(initiative) is null) CallFault.UnknownInitiative("initiative", initiative).Throw();
        return log.Read(reader => read(reader, standing));
    }
}
