using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using Grpc.Core;

namespace CollectiveImpact.Console.Forms;

/// <summary>Saves what was typed. Where a node refuses, the form says why, and keeps what was typed.</summary>
internal static class Saving
{
    // As many may have one name before somebody is asked to choose another.
    private const int MostOfOneName = 50;

    public static async Task<TResponse?> Save<TRequest, TResponse>(
        this NestCalls calls,
        Edition edition,
        TypedForm form,
        Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> method,
        TRequest request,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        var (response, refusal) = await calls.Attempt(method, request, cancellationToken);
        if (refusal is not null)
            form.Refuse(refusal.IsStale ? edition.Words.OvertakenMeanwhile : edition.Words.NotSaved(refusal.Message), refusal.IsStale);
        return response;
    }

    /// <summary>Saves something new under an id that is free: a node refuses to write a new record where one stands.</summary>
    /// <param name="made">The id that its name gives.</param>
    /// <param name="requestOf">What is asked with an id.</param>
    public static async Task<TResponse?> SaveNew<TRequest, TResponse>(
        this NestCalls calls,
        Edition edition,
        TypedForm form,
        Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> method,
        string made,
        Func<string, TRequest> requestOf,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        foreach (var id in MadeId.Tries(made).Take(MostOfOneName))
        {
            var (response, refusal) = await calls.Attempt(method, requestOf(id), cancellationToken);
            if (refusal is { IsStale: true })
                continue;
            if (refusal is not null)
                form.Refuse(edition.Words.NotSaved(refusal.Message), isStale: false);
            return response;
        }

        form.Refuse(edition.Words.NameTaken, isStale: false);
        return null;
    }
}
