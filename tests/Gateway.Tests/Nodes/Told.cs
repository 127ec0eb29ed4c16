using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Nodes;

/// <summary>What a node of the tests answers to calls of which nothing else is to be known, and what it was asked.</summary>
internal sealed class Told
{
    private readonly ConcurrentDictionary<Type, Func<IMessage, IMessage>> _answers = [];

    /// <summary>All that came, the first first.</summary>
    public ConcurrentQueue<IMessage> Asked { get; } = new();

    public void Answer<TRequest>(Func<TRequest, IMessage> answer)
        where TRequest : IMessage => _answers[typeof(TRequest)] = request => answer((TRequest)request);

    /// <summary>The calls of one method that came.</summary>
    public List<TRequest> All<TRequest>()
        where TRequest : IMessage => [.. Asked.OfType<TRequest>()];

    /// <exception cref="RpcException">No answer is laid out: as of a record that is not there.</exception>
    public Task<TResponse> Say<TResponse>(IMessage request)
        where TResponse : IMessage
    {
        Asked.Enqueue(request);
        return _answers.TryGetValue(request.GetType(), out var answer)
            ? Task.FromResult((TResponse)answer(request))
            : throw new RpcException(new Status(StatusCode.NotFound, "nothing is there"));
    }

    /// <summary>Ends a call as a node does: with the field that is at fault.</summary>
    public static RpcException Refusal(StatusCode status, string field, string message, string holder = "") => new(
        new Status(status, $"{field}: {message}"),
        new Metadata { { "collectiveimpact-fault-bin", new V1.Fault { Field = field, Message = message, Holder = holder }.ToByteArray() } });
}
