using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Learning;

/// <summary>How an indicator of the initiative's own compares with one that a level above defines.</summary>
internal sealed class CrosswalkForm(CallInvoker invoker) : RecordForm<Crosswalk>(crosswalk => crosswalk.Crosswalk_)
{
    private const int MostIndicators = 200;

    private readonly V1.Learning.LearningClient _learning = new(invoker);
    private IReadOnlyList<Choice> _own = [];
    private IReadOnlyList<Choice> _above = [];

    public override Side Side => Side.Learning;

    public override Function? Function => V1.Function.EstablishSharedMeasurement;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeCrosswalk : Words.AddCrosswalk;

    public override string Hint => Words.CrosswalkHint;

    public override async Task<Outcome> Load()
    {
        var indicators = (await Calls.ListIndicators(Asked.Id, MostIndicators, after: "", Asked.Cancelled)).Value?.Indicators ?? [];
        var (own, above) = (indicators.Where(each => each.Initiative == Asked.Id), indicators.Where(each => each.Initiative != Asked.Id));
        _own = [.. own.Select(each => Choice(Links.KeyOf(each), each.Name))];
        _above = [.. above.Select(each => Choice(Links.KeyOf(each), each.Name))];
        return await Find(_learning.ListCrosswalksAsync, new ListCrosswalksRequest { Initiative = Asked.Id, PageSize = Most }, answer => answer.Crosswalks);
    }

    public override IEnumerable<Field> Fields() =>
    [
        OneOf("local", Words.LocalIndicator, Record.Local, Words.ChooseOne, _own, "crosswalk.local") with { IsRequired = true },
        OneOf("core", Words.CoreIndicator, Record.Core, Words.ChooseOne, _above, "crosswalk.core") with { IsRequired = true },
        Choose("comparability", Words.Comparable, Record.Comparability, Words.NameOf, "crosswalk.comparability"),
        Prose("differences", Words.Differences, Record.Differences, "crosswalk.differences") with { Hint = Words.UnlessTheSame },
        Shared(Record.Sharing, "crosswalk.sharing"),
    ];

    public override void Take(Typed typed)
    {
        // Filled in answers; a request says nothing of them.
        (Record.LocalFigure, Record.CoreFigure) = (null, null);
        // A request names its own indicator by its id alone.
        (Record.Local, Record.Core) = (typed["local"].Split('/')[^1], typed["core"]);
        (Record.Comparability, Record.Differences) = (typed.Choice<Crosswalk.Types.Comparability>("comparability"), typed.Text("differences"));
        Record.Sharing = typed.Choice<Sharing>("sharing");
        if (Record.Crosswalk_.Length == 0)
            Record.Crosswalk_ = MadeId.Of(Record.Local, "crosswalk", Taken);
    }

    public override Task<Told> Save() => Calls.Write(_learning.SaveCrosswalkAsync, new SaveCrosswalkRequest { Initiative = Asked.Id, Crosswalk = Record }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _learning.RemoveCrosswalkAsync, new RemoveCrosswalkRequest { Initiative = Asked.Id, Crosswalk = Asked.Which, Revision = revision }, Asked.Cancelled);
}
