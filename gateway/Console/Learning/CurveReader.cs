using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Learning;

/// <summary>Reads one curve, what changed in it, and the stories behind it.</summary>
internal sealed class CurveReader(NestCalls calls, CallInvoker invoker, ActionNames actions, Writers writers)
{
    private const int PeriodsAhead = 3;
    private const int StoriesOnPage = 50;
    private const int PartsNamed = 30;

    private readonly V1.Learning.LearningClient _learning = new(invoker);

    /// <param name="indicator">With its definer, <c>ca/child-poverty</c>.</param>
    /// <param name="from">The period from which a change is asked for; empty: the baseline, or the first.</param>
    /// <param name="to">The period to which it is; empty: the latest.</param>
    public async Task<CurveModel?> Read(Initiative initiative, string indicator, string from, string to, Edition edition, CancellationToken cancellationToken)
    {
        var id = initiative.Initiative_;
        var drawing = calls.Ask(_learning.GetCurveAsync, new GetCurveRequest { Initiative = id, Indicator = indicator, Ahead = PeriodsAhead }, cancellationToken);
        var telling = calls.Ask(
            _learning.ListCurveStoriesAsync,
            new ListCurveStoriesRequest { Initiative = id, Below = true, Indicator = indicator, PageSize = StoriesOnPage }, cancellationToken);
        var writing = writers.Include(edition, id, Function.EstablishSharedMeasurement, cancellationToken);
        var drawn = await drawing;
        var change = drawn.Has(out var curve) ? await Changed(id, indicator, curve, from, to, cancellationToken) : null;
        var stories = ((await telling).Value?.Stories ?? []).OrderBy(story => story.Initiative == id ? 0 : 1).ToList();
        var names = await calls.NamesFor(
            [
                .. stories.Select(story => story.Initiative),
                .. change?.Value?.Parts.Take(PartsNamed).Select(part => part.Child) ?? [],
                .. curve?.Crosswalks.Select(crosswalk => crosswalk.Initiative) ?? [],
            ],
            [initiative],
            cancellationToken);
        return new(
            id, indicator, curve, drawn.Absence, change?.Value, change is { Outcome: Outcome.Unreachable or Outcome.Closed } missing ? missing.Absence : null,
            stories, await actions.Of(stories.SelectMany(story => story.Actions), cancellationToken), await writing, names);
    }

    private async Task<Answer<FigureChange>?> Changed(
        string id, string indicator, Curve curve, string from, string to, CancellationToken cancellationToken)
    {
        var periods = curve.Points.Where(point => point.Value.Length > 0).Select(point => point.Period).ToList();
        if (periods.Count < 2)
            return null;
        var last = periods.Contains(to) ? to : periods[^1];
        var first = periods.Contains(from) ? from : periods.Contains(curve.Baseline) ? curve.Baseline : periods[0];
        return first == last
            ? null
            : await calls.Ask(
                _learning.GetFigureChangeAsync,
                new GetFigureChangeRequest { Initiative = id, Indicator = indicator, From = first, To = last }, cancellationToken);
    }
}
