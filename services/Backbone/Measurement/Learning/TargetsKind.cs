using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement.Learning;

/// <summary>An indicator's baseline and targets. The id is the indicator's name, `definer/indicator`.</summary>
internal sealed class TargetsKind(TimeProvider time, Sharing sharing) : TwinKind<Targets>(time, "targets", Travel.Line, sharing)
{
    private const int MostTargets = 100;

    public override Function Function => Function.EstablishSharedMeasurement;

    public override CallFault? Fault(Targets record)
    {
        if (record.Baseline.Length > 0 && Period.Read("baseline", record.Baseline, out _) is { } baseline) return baseline;
        if (record.Targets_.Count == 0 && record.Baseline.Length == 0) return CallFault.Invalid("targets", "is empty, and there is no baseline; give one of them");
        if (record.Targets_.Count > MostTargets) return CallFault.Invalid("targets", $"has {record.Targets_.Count} entries; at most {MostTargets} are taken");
        HashSet<(string, string)> seen = [];
        for (var i = 0; i < record.Targets_.Count; i++)
        {
            var (field, target) = ($"targets[{i}]", record.Targets_[i]);
            if ((Cell.Read($"{field}.cell", target.Cell, out _)
                ?? Period.Read($"{field}.period", target.Period, out _)
                ?? Figure.Read($"{field}.value", target.Value, out _)) is { } fault) return fault;
            if (!seen.Add((target.Cell, target.Period))) return CallFault.Invalid($"{field}.period", $"`{target.Period}` is there twice for the same cell; name each once");
        }

        return null;
    }

    protected override string? Misplaced(Document document) => RecordId.ReferenceFault("id", document.Id)?.Text;
}
