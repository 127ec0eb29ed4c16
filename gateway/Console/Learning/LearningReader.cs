using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Learning;

/// <summary>Reads the page of an initiative's learning.</summary>
internal sealed class LearningReader(NestCalls calls, CallInvoker invoker, ActionNames actions, Writers writers)
{
    private const int IndicatorsOnPage = 200;
    private const int StoriesOnPage = 100;
    private const int CrosswalksOnPage = 200;

    // What others define beyond that is called by its id.
    private const int MostDefiners = 20;

    private readonly V1.Learning.LearningClient _learning = new(invoker);

    public async Task<Answer<LearningModel>> Read(string id, bool onlyWhatWorks, Edition edition, CancellationToken cancellationToken)
    {
        var answer = await calls.GetInitiative(id, cancellationToken);
        if (!answer.Has(out var initiative))
            return new(answer.Outcome, null, answer.Absence);
        var telling = calls.Ask(
            _learning.ListCurveStoriesAsync,
            new ListCurveStoriesRequest { Initiative = id, Below = true, WhatWorks = onlyWhatWorks, PageSize = StoriesOnPage }, cancellationToken);
        var walking = calls.Ask(
            _learning.ListCrosswalksAsync, new ListCrosswalksRequest { Initiative = id, Below = true, PageSize = CrosswalksOnPage }, cancellationToken);
        var measuring = calls.ListIndicators(id, IndicatorsOnPage, after: "", cancellationToken);
        var writing = writers.Include(edition, id, Function.EstablishSharedMeasurement, cancellationToken);
        var told = await telling;
        if (!told.Has(out var stories))
            return new(told.Outcome, null, told.Absence);
        var (crosswalks, indicators) = ((await walking).Value?.Crosswalks ?? [], (await measuring).Value?.Indicators ?? []);
        var elsewhere = await Elsewhere(
            id,
            stories.Stories.Select(story => (story.Initiative, story.Indicator)).Concat(crosswalks.Select(each => (each.Initiative, each.Local))),
            cancellationToken);
        var names = await calls.NamesFor(
            [
                .. initiative.Alignments.Select(alignment => alignment.Parent),
                .. stories.Stories.Select(story => story.Initiative),
                .. crosswalks.Select(crosswalk => crosswalk.Initiative),
            ],
            [initiative],
            cancellationToken);
        return new(
            Outcome.Given,
            new(
                initiative, indicators, [.. elsewhere], stories.Stories, onlyWhatWorks, crosswalks,
                await actions.Of(stories.Stories.SelectMany(story => story.Actions), cancellationToken), await writing, names),
            Absence.Unknown);
    }

    // An indicator that one below defines for itself is known to that one alone.
    private async Task<IEnumerable<Indicator>> Elsewhere(string id, IEnumerable<(string Initiative, string Indicator)> named, CancellationToken cancellationToken)
    {
        var definers = named.Where(each => each.Indicator.StartsWith(each.Initiative + "/", StringComparison.Ordinal))
            .Select(each => each.Initiative).Where(initiative => initiative != id).Distinct().Take(MostDefiners);
        return (await Task.WhenAll(definers.Select(definer => calls.ListIndicators(definer, IndicatorsOnPage, after: "", cancellationToken))))
            .SelectMany(listed => listed.Value?.Indicators ?? []);
    }
}
