using CollectiveImpact.NestFolder.Requests;
using CollectiveImpact.NestFolder.Words;
using CollectiveImpact.NestLoading;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Nest.Arrival;

/// <summary>The published figures of one initiative, indicator and cell, which one call reads for all periods.</summary>
internal sealed class SeriesPoll
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    private readonly GetSeriesRequest request;
    private readonly ExpectedFigure[] expected;

    public SeriesPoll(IEnumerable<ExpectedFigure> figures)
    {
        expected = [.. figures];
        var first = expected[0].Published;
        request = new() { Initiative = first.Initiative, Indicator = expected[0].Indicator, Cell = first.Cell };
        Arrived = [.. expected.Select(figure => new ArrivedFigure(figure, 0, null, null))];
    }

    /// <summary>As they were when last read, in the order of the published figures.</summary>
    public IReadOnlyList<ArrivedFigure> Arrived { get; private set; }

    public bool IsComplete(bool exactly) => Arrived.All(figure => figure.IsComplete(exactly));

    /// <summary>Reads them again.</summary>
    public async Task<PollOutcome> ReadAsync(NestConnection nest, TimeProvider time, CancellationToken cancellationToken)
    {
        Series series;
        try
        {
            series = await nest.Measurement.GetSeriesAsync(
                request, deadline: (time.GetUtcNow() + Deadline).UtcDateTime, cancellationToken: cancellationToken);
        }
        catch (RpcException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.NotFound or StatusCode.FailedPrecondition)
        {
            // Who answers has not heard of the initiative or of the indicator yet.
            return PollOutcome.Unchanged;
        }
        catch (RpcException e) when (e.StatusCode != StatusCode.InvalidArgument)
        {
            return PollOutcome.Unreachable;
        }
        var points = series.Points.ToDictionary(point => point.Period);
        var read = expected.Select(figure => Read(figure, points.GetValueOrDefault(figure.Published.Period))).ToArray();
        var changed = !read.SequenceEqual(Arrived);
        Arrived = read;
        return changed ? PollOutcome.Changed : PollOutcome.Unchanged;
    }

    private static ArrivedFigure Read(ExpectedFigure figure, SeriesPoint? point) =>
        point is null ? new(figure, 0, null, null) : new(figure, point.Contributions, Sum(point.Value), Sum(point.Denominator));

    private static Figure? Sum(string text) => Figure.TryParseSum(text, out var figure) ? figure : null;
}
