using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Learning;

/// <summary>The story behind a curve.</summary>
internal sealed class StoryForm(CallInvoker invoker) : WritingForm
{
    private const int MostStories = 1_000;
    private const int MostActivities = 200;

    private readonly V1.Learning.LearningClient _learning = new(invoker);
    private readonly V1.Activities.ActivitiesClient _activities = new(invoker);
    private CurveStory _story = new();
    private Indicator _indicator = new();
    private IReadOnlyList<string> _taken = [];
    private IReadOnlyList<Choice> _actions = [];

    public override Side Side => Side.Learning;

    public override Function? Function => V1.Function.EstablishSharedMeasurement;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeCurveStory : Words.WriteStory;

    public override string Hint => Words.StoryHint(Asked.Edition.Name(_indicator).Value);

    public override string Revision { get => _story.Revision; set => _story.Revision = value; }

    public override string Back => Asked.Edition.Links.Curve(Asked.Id, Asked.Indicator);

    public override async Task<Outcome> Load()
    {
        var read = await Calls.GetSeries(Asked.Id, Asked.Indicator, cell: "", Asked.Cancelled);
        if (!read.Has(out var series))
            return read.Outcome;
        _indicator = series.Indicator;
        var listed = await Calls.Ask(
            _learning.ListCurveStoriesAsync, new ListCurveStoriesRequest { Initiative = Asked.Id, PageSize = MostStories }, Asked.Cancelled);
        if (!listed.Has(out var stories))
            return listed.Outcome;
        _taken = [.. stories.Stories.Select(story => story.Story)];
        if (Asked.Which.Length > 0)
        {
            if (stories.Stories.FirstOrDefault(story => story.Story == Asked.Which) is not { } stands)
                return Outcome.NotFound;
            _story = stands.Clone();
        }
        else
            _story = new CurveStory { Indicator = Asked.Indicator, Day = Asked.Today.Written() };
        // Without them the story can be written all the same.
        var own = (await Calls.Ask(
            _activities.ListActivitiesAsync, new ListActivitiesRequest { Initiative = Asked.Id, PageSize = MostActivities }, Asked.Cancelled)).Value;
        _actions = [.. (own?.Activities ?? []).Select(activity => Choice($"{activity.Initiative}/{activity.Activity_}", activity.Name))];
        return Outcome.Given;
    }

    public override IEnumerable<Field> Fields() =>
    [
        Prose("behind", Words.Behind, _story.Behind, "story.behind") with { IsRequired = true },
        Prose("works", Words.WhatWorks, _story.WhatWorks, "story.what_works"),
        .. _actions.Count + _story.Actions.Count > 0 ? [Several("action", Words.ActionsChosen, _story.Actions, _actions, "story.actions")] : Array.Empty<Field>(),
        Prose("outcome", Words.Outcome, _story.Outcome, "story.outcome"),
        Day("day", Words.LookedAtOn, _story.Day, "story.day") with { IsRequired = true },
        Shared(_story.Sharing, "story.sharing"),
    ];

    public override void Take(Typed typed)
    {
        _story.Behind = typed.Text("behind");
        _story.WhatWorks = typed.Text("works");
        _story.Actions.Clear();
        _story.Actions.Add(typed.All("action"));
        _story.Outcome = typed.Text("outcome");
        _story.Day = typed["day"];
        _story.Sharing = typed.Choice<Sharing>("sharing");
        if (_story.Story.Length == 0)
            _story.Story = MadeId.Of($"{_indicator.Indicator_} {_story.Day}", "story", _taken);
    }

    public override Task<Told> Save() => Calls.Write(_learning.SaveCurveStoryAsync, new SaveCurveStoryRequest { Initiative = Asked.Id, Story = _story }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _learning.RemoveCurveStoryAsync, new RemoveCurveStoryRequest { Initiative = Asked.Id, Story = Asked.Which, Revision = revision }, Asked.Cancelled);
}
