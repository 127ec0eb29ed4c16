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
internal sealed class StoryForm(CallInvoker invoker) : RecordForm<CurveStory>(story => story.Story)
{
    private const int MostActivities = 200;

    private readonly V1.Learning.LearningClient _learning = new(invoker);
    private readonly V1.Activities.ActivitiesClient _activities = new(invoker);
    private Indicator _indicator = new();
    private IReadOnlyList<Choice> _actions = [];

    public override Side Side => Side.Learning;

    public override Function? Function => V1.Function.EstablishSharedMeasurement;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeCurveStory : Words.WriteStory;

    public override string Hint => Words.StoryHint(Asked.Edition.Name(_indicator).Value);

    public override string Back => Asked.Edition.Links.Curve(Asked.Id, Asked.Indicator);

    public override async Task<Outcome> Load()
    {
        var read = await Calls.GetSeries(Asked.Id, Asked.Indicator, cell: "", Asked.Cancelled);
        if (!read.Has(out var series))
            return read.Outcome;
        _indicator = series.Indicator;
        // Without them the story can be written all the same.
        var own = (await Calls.Ask(
            _activities.ListActivitiesAsync, new ListActivitiesRequest { Initiative = Asked.Id, PageSize = MostActivities }, Asked.Cancelled)).Value;
        _actions = [.. (own?.Activities ?? []).Select(activity => Choice($"{activity.Initiative}/{activity.Activity_}", activity.Name))];
        return await Find(
            _learning.ListCurveStoriesAsync, new ListCurveStoriesRequest { Initiative = Asked.Id, PageSize = Most }, answer => answer.Stories,
            new CurveStory { Indicator = Asked.Indicator, Day = Asked.Today.Written() });
    }

    public override IEnumerable<Field> Fields() =>
    [
        Prose("behind", Words.Behind, Record.Behind, "story.behind") with { IsRequired = true },
        Prose("works", Words.WhatWorks, Record.WhatWorks, "story.what_works"),
        .. _actions.Count + Record.Actions.Count > 0 ? [Several("action", Words.ActionsChosen, Record.Actions, _actions, "story.actions")] : Array.Empty<Field>(),
        Prose("outcome", Words.Outcome, Record.Outcome, "story.outcome"),
        Day("day", Words.LookedAtOn, Record.Day, "story.day") with { IsRequired = true },
        Shared(Record.Sharing, "story.sharing"),
    ];

    public override void Take(Typed typed)
    {
        Record.Behind = typed.Text("behind");
        Record.WhatWorks = typed.Text("works");
        Record.Actions.Clear();
        Record.Actions.Add(typed.All("action"));
        Record.Outcome = typed.Text("outcome");
        Record.Day = typed["day"];
        Record.Sharing = typed.Choice<Sharing>("sharing");
        if (Record.Story.Length == 0)
            Record.Story = MadeId.Of($"{_indicator.Indicator_} {Record.Day}", "story", Taken);
    }

    public override Task<Told> Save() => Calls.Write(_learning.SaveCurveStoryAsync, new SaveCurveStoryRequest { Initiative = Asked.Id, Story = Record }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _learning.RemoveCurveStoryAsync, new RemoveCurveStoryRequest { Initiative = Asked.Id, Story = Asked.Which, Revision = revision }, Asked.Cancelled);
}
