using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Console.Calls;

/// <summary>
/// What the pages ask of the nest. A node that cannot answer is part of the picture and not an error: every
/// call ends in an answer, within a time that a reader will wait.
/// </summary>
internal sealed partial class NestCalls(CallInvoker invoker, TimeProvider clock, ILogger<NestCalls> logger)
{
    private const int LargestPage = 1_000;
    private const string FaultTrailer = "collectiveimpact-fault-bin";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Nest.NestClient _nest = new(invoker);
    private readonly Charter.CharterClient _charter = new(invoker);
    private readonly V1.Partners.PartnersClient _partners = new(invoker);
    private readonly SharedMeasurement.SharedMeasurementClient _measurement = new(invoker);

    public Task<Answer<Initiative>> GetInitiative(string initiative, CancellationToken cancellationToken) =>
        Ask(_nest.GetInitiativeAsync, new GetInitiativeRequest { Initiative = initiative }, cancellationToken);

    /// <summary>An initiative and all below it, or, with an empty id, the whole nest.</summary>
    public async Task<Answer<List<Initiative>>> ListInitiatives(string under, CancellationToken cancellationToken)
    {
        var found = new List<Initiative>();
        var request = new ListInitiativesRequest { Under = under, PageSize = LargestPage };
        do
        {
            var page = await Ask(_nest.ListInitiativesAsync, request, cancellationToken);
            if (!page.Has(out var listed))
                return page.As(_ => found);
            found.AddRange(listed.Initiatives);
            request.PageToken = listed.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return new(Outcome.Given, found, Absence.Unknown);
    }

    public Task<Answer<FunctionMap>> GetFunctionMap(string initiative, CancellationToken cancellationToken) =>
        Ask(_charter.GetFunctionMapAsync, new GetFunctionMapRequest { Initiative = initiative }, cancellationToken);

    /// <summary>What an initiative holds for others, or with <paramref name="asked"/> is asked to hold.</summary>
    public Task<Answer<ListHoldingsResponse>> ListHoldings(string initiative, int count, bool asked, CancellationToken cancellationToken) =>
        Ask(_charter.ListHoldingsAsync, new ListHoldingsRequest { Initiative = initiative, Asked = asked, PageSize = count }, cancellationToken);

    public Task<Answer<ListPartnersResponse>> ListPartners(string initiative, int count, CancellationToken cancellationToken) =>
        Ask(_partners.ListPartnersAsync, new ListPartnersRequest { Initiative = initiative, PageSize = count }, cancellationToken);

    public Task<Answer<ListIndicatorsResponse>> ListIndicators(
        string initiative, int count, string after, CancellationToken cancellationToken) =>
        Ask(
            _measurement.ListIndicatorsAsync,
            new ListIndicatorsRequest { Initiative = initiative, PageSize = count, PageToken = after },
            cancellationToken);

    /// <param name="indicator">With its definer, <c>ca/child-poverty</c>: an id alone may be another's.</param>
    public Task<Answer<Series>> GetSeries(
        string initiative, string indicator, string cell, CancellationToken cancellationToken) =>
        Ask(
            _measurement.GetSeriesAsync,
            new GetSeriesRequest { Initiative = initiative, Indicator = indicator, Cell = cell },
            cancellationToken);

    public Task<Answer<Reconciliation>> Reconcile(ReconcileRequest request, CancellationToken cancellationToken) =>
        Ask(_measurement.ReconcileAsync, request, cancellationToken);

    /// <summary>Makes one call, and ends in an answer whatever comes of it.</summary>
    public async Task<Answer<TResponse>> Ask<TRequest, TResponse>(
        Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> method,
        TRequest request,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        var deadline = clock.GetUtcNow().UtcDateTime + Patience;
        try
        {
            var response = await method(request, new CallOptions(null, deadline, cancellationToken));
            return new(Outcome.Given, response, Absence.Unknown);
        }
        catch (RpcException fault) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The reader has left.", fault, cancellationToken);
        }
        catch (RpcException fault)
        {
            var outcome = fault.StatusCode switch
            {
                // An id that cannot be one names nothing.
                StatusCode.NotFound or StatusCode.InvalidArgument => Outcome.NotFound,
                StatusCode.FailedPrecondition => Outcome.Refused,
                StatusCode.Unauthenticated or StatusCode.PermissionDenied => Outcome.Closed,
                _ => Outcome.Unreachable,
            };
            if (outcome == Outcome.Unreachable)
                // Its detail may name what was asked for, which is the reader's own business.
                Log.Unanswered(logger, typeof(TRequest).Name, fault.StatusCode);
            return new(outcome, null, new(More(fault)?.Holder ?? "", outcome == Outcome.Closed));
        }
    }

    /// <summary>Makes a call that changes something, and returns what the node says is wrong where it refuses.</summary>
    public async Task<(TResponse? Response, string? Fault)> Say<TRequest, TResponse>(
        Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> method,
        TRequest request,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        var (response, refusal) = await Attempt(method, request, cancellationToken);
        return (response, refusal?.Message);
    }

    /// <summary>The same, and tells a refusal because something else stands by now from any other.</summary>
    public async Task<(TResponse? Response, Refusal? Refusal)> Attempt<TRequest, TResponse>(
        Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> method,
        TRequest request,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        var (response, fault) = await Try(method, request, cancellationToken);
        return (response, fault is null ? null : new(fault.Status.Detail, fault.StatusCode == StatusCode.Aborted));
    }

    /// <summary>Makes a call that writes, and returns how it failed where it did.</summary>
    private async Task<(TResponse? Response, RpcException? Fault)> Try<TRequest, TResponse>(
        Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> method,
        TRequest request,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        try
        {
            return (await method(request, new CallOptions(null, clock.GetUtcNow().UtcDateTime + Patience, cancellationToken)), null);
        }
        catch (RpcException fault) when (!cancellationToken.IsCancellationRequested)
        {
            if (fault.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Internal)
                Log.Unanswered(logger, typeof(TRequest).Name, fault.StatusCode);
            return (null, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(400, LogLevel.Warning, "A page could not be told {Request}: {Status}")]
        public static partial void Unanswered(ILogger logger, string request, StatusCode status);
    }
}
