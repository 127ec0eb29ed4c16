using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Learning;

/// <summary>How an indicator of the initiative's own compares with one that a level above defines.</summary>
internal sealed class CrosswalkForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;
    private const int MostIndicators = 200;

    private readonly V1.Learning.LearningClient _learning = new(invoker);
    private Crosswalk _crosswalk = new();
    private IReadOnlyList<Choice> _own = [];
    private IReadOnlyList<Choice> _above = [];
    private IReadOnlyList<string> _taken = [];

    public override Side Side => Side.Learning;

    public override Function? Function => V1.Function.EstablishSharedMeasurement;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeCrosswalk : Words.AddCrosswalk;

    public override string Hint => Words.CrosswalkHint;

    public override string Revision { get => _crosswalk.Revision; set => _crosswalk.Revision = value; }

    public override async Task<Outcome> Load()
    {
        var listed = await Calls.Ask(_learning.ListCrosswalksAsync, new ListCrosswalksRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled);
        if (!listed.Has(out var crosswalks))
            return listed.Outcome;
        _taken = [.. crosswalks.Crosswalks.Select(crosswalk => crosswalk.Crosswalk_)];
        if (Asked.Which.Length > 0 && !_taken.Contains(Asked.Which))
            return Outcome.NotFound;
        _crosswalk = crosswalks.Crosswalks.FirstOrDefault(crosswalk => crosswalk.Crosswalk_ == Asked.Which)?.Clone() ?? new();
        var indicators = (await Calls.ListIndicators(Asked.Id, MostIndicators, after: "", Asked.Cancelled)).Value?.Indicators ?? [];
        var (own, above) = (indicators.Where(each => each.Initiative == Asked.Id), indicators.Where(each => each.Initiative != Asked.Id));
        _own = [.. own.Select(each => Choice(Links.KeyOf(each), each.Name))];
        _above = [.. above.Select(each => Choice(Links.KeyOf(each), each.Name))];
        return Outcome.Given;
    }

    public override IEnumerable<Field> Fields() =>
    [
        OneOf("local", Words.LocalIndicator, _crosswalk.Local, Words.ChooseOne, _own, "crosswalk.local") with { IsRequired = true },
        OneOf("core", Words.CoreIndicator, _crosswalk.Core, Words.ChooseOne, _above, "crosswalk.core") with { IsRequired = true },
        Choose("comparability", Words.Comparable, _crosswalk.Comparability, Words.NameOf, "crosswalk.comparability"),
        Prose("differences", Words.Differences, _crosswalk.Differences, "crosswalk.differences") with { Hint = Words.UnlessTheSame },
        Shared(_crosswalk.Sharing, "crosswalk.sharing"),
    ];

    public override void Take(Typed typed)
    {
        // Filled in answers; a request says nothing of them.
        (_crosswalk.LocalFigure, _crosswalk.CoreFigure) = (null, null);
        // A request names its own indicator by its id alone.
        (_crosswalk.Local, _crosswalk.Core) = (typed["local"].Split('/')[^1], typed["core"]);
        (_crosswalk.Comparability, _crosswalk.Differences) = (typed.Choice<Crosswalk.Types.Comparability>("comparability"), typed.Text("differences"));
        _crosswalk.Sharing = typed.Choice<Sharing>("sharing");
        if (_crosswalk.Crosswalk_.Length == 0)
            _crosswalk.Crosswalk_ = MadeId.Of(_crosswalk.Local, "crosswalk", _taken);
    }

    public override Task<Told> Save() => Calls.Write(_learning.SaveCrosswalkAsync, new SaveCrosswalkRequest { Initiative = Asked.Id, Crosswalk = _crosswalk }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _learning.RemoveCrosswalkAsync, new RemoveCrosswalkRequest { Initiative = Asked.Id, Crosswalk = Asked.Which, Revision = revision }, Asked.Cancelled);
}
