using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Measurement.Learning;

/// <summary>Learning from measures: curves and what they were to be, who brought a change, stories, crosswalks.</summary>
internal sealed class LearningService(LearningRecords records, LearningWriting writing, RecordCalls calls, TimeProvider time) : V1.Learning.LearningBase
{
    private const int UsualAhead = 3, MostAhead = 12;

    public override Task<Targets> SaveTargets(SaveTargetsRequest request, ServerCallContext context)
    {
        var targets = request.Targets?.Clone() ?? new Targets();
        Check.Same("targets.initiative", targets.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Targets, request.Initiative, request.By,
            (transaction, epoch) => ShownLearning.Of(writing.Save(transaction, calls.Working, request.Initiative, epoch, targets)), context);
    }

    public override Task<Targets> GetTargets(GetTargetsRequest request, ServerCallContext context) => Task.FromResult(calls.Read(
        request.Initiative,
        (reader, standing) => ShownLearning.Of(records.Targets.Get(
            reader.Find, request.Initiative, IndicatorKey.Of(LearningWriting.Named(standing, request.Initiative, "indicator", request.Indicator)), "indicator"))));

    public override Task<RemoveTargetsResponse> RemoveTargets(RemoveTargetsRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Targets, request.Initiative, request.By,
        (transaction, epoch) =>
        {
            var indicator = LearningWriting.Named(calls.Working, request.Initiative, "indicator", request.Indicator);
            records.Targets.Remove(transaction, request.Initiative, IndicatorKey.Of(indicator), epoch, request.Revision, "indicator");
            return new RemoveTargetsResponse();
        },
        context);

    public override Task<Curve> GetCurve(GetCurveRequest request, ServerCallContext context)
    {
        Check.PageSize("ahead", request.Ahead, UsualAhead, MostAhead, out var ahead)?.Throw();
        Cell.Read("cell", request.Cell, out var cell)?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) => new CurveReader(
            records, reader, standing, request.Initiative, LearningWriting.Named(standing, request.Initiative, "indicator", request.Indicator)).Read(cell.Text, ahead)));
    }

    public override Task<FigureChange> GetFigureChange(GetFigureChangeRequest request, ServerCallContext context)
    {
        Cell.Read("cell", request.Cell, out var cell)?.Throw();
        (Period.Read("from", request.From, out var from) ?? Period.Read("to", request.To, out _))?.Throw();
        Period.Read("to", request.To, out var to);
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) => new FigureChanges(
            reader, standing, request.Initiative, LearningWriting.Named(standing, request.Initiative, "indicator", request.Indicator), cell.Text).Read(from, to)));
    }

    public override Task<CurveStory> SaveCurveStory(SaveCurveStoryRequest request, ServerCallContext context)
    {
        var story = request.Story ?? new CurveStory();
        Check.Same("story.initiative", story.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Stories, request.Initiative, request.By,
            (transaction, epoch) => ShownLearning.Of(writing.Save(transaction, calls.Working, request.Initiative, epoch, story)), context);
    }

    public override Task<RemoveCurveStoryResponse> RemoveCurveStory(RemoveCurveStoryRequest request, ServerCallContext context) => calls.RemoveAsync(
        records.Stories, request.Initiative, request.By, request.Story, request.Revision, "story", new RemoveCurveStoryResponse(), context);

    public override Task<ListCurveStoriesResponse> ListCurveStories(ListCurveStoriesRequest request, ServerCallContext context)
    {
        IndicatorFault(request.Indicator)?.Throw();
        List<string> targets = [];
        if (request.Indicator.Length > 0) targets.Add(LearningTopic.Story(request.Indicator));
        if (request.WhatWorks) targets.Add(LearningTopic.WhatWorks);
        if (targets.Count == 0) targets.Add(LearningTopic.Stories);
        return List(
            records.Stories, CurveStoryKind.Kind, request.Initiative, request.Below, targets, request.PageSize, request.PageToken, (_, _, found) => ShownLearning.Of(found),
            page => new ListCurveStoriesResponse { Stories = { page.Items }, NextPageToken = page.NextToken });
    }

    public override Task<Crosswalk> SaveCrosswalk(SaveCrosswalkRequest request, ServerCallContext context)
    {
        var crosswalk = request.Crosswalk ?? new Crosswalk();
        Check.Same("crosswalk.initiative", crosswalk.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Crosswalks, request.Initiative, request.By,
            (transaction, epoch) => ShownLearning.Of(writing.Save(transaction, calls.Working, request.Initiative, epoch, crosswalk)), context);
    }

    public override Task<RemoveCrosswalkResponse> RemoveCrosswalk(RemoveCrosswalkRequest request, ServerCallContext context) => calls.RemoveAsync(
        records.Crosswalks, request.Initiative, request.By, request.Crosswalk, request.Revision, "crosswalk", new RemoveCrosswalkResponse(), context);

    public override Task<ListCrosswalksResponse> ListCrosswalks(ListCrosswalksRequest request, ServerCallContext context)
    {
        IndicatorFault(request.Indicator)?.Throw();
        List<string> targets = [];
        if (request.Indicator.Length > 0) targets.Add(LearningTopic.Crosswalk(request.Indicator));
        if (request.NotComparable) targets.Add(LearningTopic.Incomparable);
        if (targets.Count == 0) targets.Add(LearningTopic.Crosswalks);
        return List(
            records.Crosswalks, CrosswalkKind.Kind, request.Initiative, request.Below, targets, request.PageSize, request.PageToken,
            (reader, standing, found) => SideBySide.Show(reader, standing, found),
            page => new ListCrosswalksResponse { Crosswalks = { page.Items }, NextPageToken = page.NextToken });
    }

    /// <summary>A page of an initiative's records; or of what is shared of those below it, and of its own, by initiative and id.</summary>
    private Task<TAnswer> List<T, TAnswer>(
        RecordSet<T> set, string kind, string initiative, bool below, IReadOnlyList<string> targets, int pageSize, string pageToken,
        Func<LogReader, NodeStanding, Found<T>, T> show, Func<Page<T>, TAnswer> answer) where T : class, IMessage<T>, new()
    {
        var size = Page<T>.Size(pageSize);
        Place.Read("page_token", pageToken, out var after)?.Throw();
        return Task.FromResult(calls.Read(initiative, (reader, standing) =>
        {
            var members = below ? NestLine.Of(standing.Nest, initiative, time.Today()).MembersBelow : [initiative];
            var found = new RecordIndex(reader, kind, TwinKind<T>.Kept(kind)).Find(targets, members, after)
                .Select(place => set.Find(reader.Find, place.Initiative, place.Id)).OfType<Found<T>>()
                .Where(each => each.Sharing == Sharing.Shared || each.Initiative == initiative);
            return answer(Page<T>.Take(found.Select(each => (new Place(each.Initiative, each.Id).Name, show(reader, standing, each))), size));
        }));
    }

    private static CallFault? IndicatorFault(string indicator) => indicator.Length == 0 ? null : RecordId.ReferenceFault("indicator", indicator);
}
