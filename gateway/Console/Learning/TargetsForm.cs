using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Learning;

/// <summary>The baseline and the targets of an indicator, written whole.</summary>
internal sealed class TargetsForm(CallInvoker invoker) : WritingForm
{
    private const int EmptyRows = 3;
    private const int MostRows = 100;

    private readonly V1.Learning.LearningClient _learning = new(invoker);
    private Targets _targets = new();
    private Indicator _indicator = new();
    private IReadOnlyList<string> _cells = [];
    private IReadOnlyList<string> _periods = [];

    public override Side Side => Side.Learning;

    public override Function? Function => V1.Function.EstablishSharedMeasurement;

    public override string Title => Revision.Length > 0 ? Words.ChangeTargets : Words.SetTargets;

    public override string Hint => Words.TargetsHint(Asked.Edition.Name(_indicator).Value);

    public override string Revision { get => _targets.Revision; set => _targets.Revision = value; }

    public override string Back => Asked.Edition.Links.Curve(Asked.Id, Asked.Indicator);

    public override async Task<Outcome> Load()
    {
        var read = await Calls.GetSeries(Asked.Id, Asked.Indicator, cell: "", Asked.Cancelled);
        if (!read.Has(out var series))
            return read.Outcome;
        _indicator = series.Indicator;
        _cells = [.. series.Cells.Where(cell => cell.Length > 0)];
        _periods = [.. series.Points.Where(point => point.Value.Length > 0).Select(point => point.Period)];
        var stands = await Calls.Ask(_learning.GetTargetsAsync, new GetTargetsRequest { Initiative = Asked.Id, Indicator = Asked.Indicator }, Asked.Cancelled);
        if (stands.Outcome is not (Outcome.Given or Outcome.NotFound))
            return stands.Outcome;
        _targets = stands.Value?.Clone() ?? new Targets { Indicator = Asked.Indicator };
        return Outcome.Given;
    }

    public override IEnumerable<Field> Fields()
    {
        var periods = _periods.Concat(_targets.Baseline.Length > 0 ? [_targets.Baseline] : []).Distinct();
        yield return new("baseline", Words.BaselineHeading, _targets.Baseline)
        {
            Kind = FieldKind.Choice,
            Path = "targets.baseline",
            Choices = [new("", Words.NoneSet), .. periods.Select(period => new Choice(period, Asked.Edition.Dates.Period(period)))],
        };
        for (var row = 0; row < Math.Min(_targets.Targets_.Count + EmptyRows, MostRows); row++)
        {
            var (target, group) = (row < _targets.Targets_.Count ? _targets.Targets_[row] : new CurveTarget(), Words.TargetNumber(row + 1));
            yield return new($"period-{row}", Words.Period, target.Period) { Group = group, MaxLength = 21, Path = $"targets.targets[{row}].period" };
            yield return Number($"value-{row}", Words.TargetValue(_indicator.Kind), Shown(target.Value), $"targets.targets[{row}].value") with { Group = group };
            if (_cells.Count > 0 || target.Cell.Length > 0)
                yield return new($"cell-{row}", Words.Breakdown, target.Cell)
                {
                    Group = group,
                    Kind = FieldKind.Choice,
                    Path = $"targets.targets[{row}].cell",
                    Choices = [new("", Words.Total), .. _cells.Append(target.Cell).Where(cell => cell.Length > 0).Distinct().Select(cell => new Choice(cell, Asked.Edition.Name(_indicator, cell).Value))],
                };
        }
        yield return Shared(_targets.Sharing, "targets.sharing");
    }

    public override void Take(Typed typed)
    {
        _targets.Baseline = typed["baseline"];
        _targets.Sharing = typed.Choice<Sharing>("sharing");
        _targets.Targets_.Clear();
        for (var row = 0; row < MostRows && typed.Has($"period-{row}"); row++)
        {
            var (period, value) = (typed[$"period-{row}"], typed.Number($"value-{row}"));
            if (period.Length == 0 && typed[$"value-{row}"].Length == 0)
                continue;
            if (period.Length == 0)
                typed.Refuse($"period-{row}", Words.FillIn(Words.Period));
            else if (typed[$"value-{row}"].Length == 0)
                typed.Refuse($"value-{row}", Words.FillIn(Words.TargetValue(_indicator.Kind)));
            _targets.Targets_.Add(new CurveTarget { Cell = typed[$"cell-{row}"], Period = period, Value = Kept(value) });
        }
    }

    public override Task<Told> Save() => Calls.Write(_learning.SaveTargetsAsync, new SaveTargetsRequest { Initiative = Asked.Id, Targets = _targets }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Revision.Length == 0 ? null : revision => Calls.Write(
        _learning.RemoveTargetsAsync, new RemoveTargetsRequest { Initiative = Asked.Id, Indicator = Asked.Indicator, Revision = revision }, Asked.Cancelled);

    // People say a rate in percent.
    private string Shown(string value) =>
        _indicator.Kind == Indicator.Types.Kind.Ratio && ExactDecimal.Parse(value) is { } rate ? PlainNumber.Of(rate.Shift(2)) : value;

    private string Kept(string value) =>
        _indicator.Kind == Indicator.Types.Kind.Ratio && ExactDecimal.Parse(value) is { } percent ? PlainNumber.Of(percent.Shift(-2)) : value;
}
