using System.Collections.Concurrent;

namespace CollectiveImpact.Gateway.Tests.Nodes;

/// <summary>What a node of the tests answers to each kind of request; to one that no test has spoken of, an empty answer.</summary>
internal sealed class CannedAnswers
{
    private readonly ConcurrentDictionary<Type, Delegate> answers = [];

    public void On<TRequest, TResponse>(Func<TRequest, TResponse> answer) => answers[typeof(TRequest)] = answer;

    public Task<TResponse> To<TRequest, TResponse>(TRequest request)
        where TResponse : new() =>
        Task.FromResult(answers.TryGetValue(typeof(TRequest), out var answer) ? ((Func<TRequest, TResponse>)answer)(request) : new TResponse());
}
