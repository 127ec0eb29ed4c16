using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>A report: what one reporter says of one indicator and period of an initiative, whole.</summary>
internal sealed class ReportKind(TimeProvider time) : IKind
{
    public const string Kind = "report";

    public string Name => Kind;

    public Travel Travel => Travel.Up;

    /// <summary>Its figures stand in tables of their own.</summary>
    public bool Recalled => false;

    public RefusalReason? Refuse(NodeStanding standing, StoredDocument document, StoredDocument? former, LinkPeer peer)
    {
        var content = document.Content;
        if (ReportKey.Read(content.Initiative, content.Id) is not { } key) return $"`{Check.Shown(content.Id)}` names no report";
        if (FunctionHolding.Refuse(standing, document, Function.EstablishSharedMeasurement, Today) is { } refusal) return refusal;
        if (standing.Indicators.Find(key.Definer, key.IndicatorId) is not { } indicator) return $"indicator {key.Indicator} is not known here";
        if ((Check.Id("reporter", key.Reporter) ?? Period.Read("period", key.Period, out _)) is { } fault) return fault.Text;
        if (content.Deleted) return null;
        var record = ReportRecord.Parser.ParseFrom(content.Payload);
        return ReportContent.Read(indicator, Period.Parse(key.Period)!, record.Observations, out _)?.Text;
    }

    public void Follow(LogTransaction transaction, Step step)
    {
        var content = step.Document.Content;
        var key = ReportKey.Read(content.Initiative, content.Id)!;
        if (step.Former is not null) Contributions.Remove(transaction, step.After, key);
        if (content.Deleted) return;
        var indicator = step.After.Indicators.Find(key.Definer, key.IndicatorId)!;
        var record = ReportRecord.Parser.ParseFrom(content.Payload);
        if (ReportContent.Read(indicator, Period.Parse(key.Period)!, record.Observations, out var figures) is { } fault)
            throw new InvalidDataException($"a report that was accepted can't be read: {fault.Text}");
        Contributions.Add(transaction, step.After, key, figures);
    }

    private DateOnly Today => time.Today();
}
