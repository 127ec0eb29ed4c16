using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Communication;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>A report: what one reporter says of one indicator and period of an initiative, whole.</summary>
internal sealed class ReportKind(TimeProvider time) : IHeard
{
    public const string Kind = "report";

    public string Name => Kind;

    public Travel Travel => Travel.Up;

    // What was read of the document that was last accepted, and follows now: both on the log's own thread.
    private (Document? Content, IReadOnlyList<ReportedFigure> Figures) _read;

    /// <summary>Its totals stand in a table of their own.</summary>
    public bool Recalled => false;

    public RefusalReason? Refuse(NodeStanding standing, StoredDocument document, StoredDocument? former, LinkPeer peer)
    {
        var content = document.Content;
        if (ReportKey.Read(content.Initiative, content.Id) is not { } key) return $"`{Check.Shown(content.Id)}` names no report";
        if (FunctionHolding.Refuse(standing, document, Function.EstablishSharedMeasurement, Today) is { } refusal) return refusal;
        if (standing.Indicators.Find(key.Definer, key.IndicatorId) is not { } indicator) return $"indicator {key.Indicator} is not known here";
        if (Check.Id("reporter", key.Reporter) is { } reporterFault) return reporterFault.Text;
        if (Period.Read("period", key.Period, out var period) is { } periodFault) return periodFault.Text;
        if (content.Deleted) return null;
        var record = ReportRecord.Parser.ParseFrom(content.Payload);
        var fault = ReportContent.Read(indicator, period, record.Observations, out var figures);
        _read = fault is null ? (content, figures) : default;
        return fault?.Text;
    }

    public void Follow(LogTransaction transaction, Step step)
    {
        var content = step.Document.Content;
        LastHeard.Note(transaction, step.Document);
        var key = ReportKey.Read(content.Initiative, content.Id)!;
        if (step.Former is { } former) Contributions.Remove(transaction, step.After, key, Contributions.Of(step.After, key, former.Content));
        var figures = ReferenceEquals(_read.Content, content) ? _read.Figures : Contributions.Of(step.After, key, content);
        _read = default;
        Contributions.Add(transaction, step.After, key, figures);
    }

    private DateOnly Today => time.Today();
}
