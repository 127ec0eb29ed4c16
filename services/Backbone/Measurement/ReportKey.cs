using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>Which report: whose, of which indicator (`definer/indicator`) and period, by which reporter.</summary>
internal sealed record ReportKey(string Initiative, string Indicator, string Period, string Reporter)
{
    public string Definer => Indicator[..Indicator.IndexOf('/')];

    public string IndicatorId => Indicator[(Indicator.IndexOf('/') + 1)..];

    public DocumentKey Document => new(Initiative, ReportKind.Kind, $"{Indicator}/{Period}/{Reporter}");

    /// <summary>Reads a document's id. The period may have a slash of its own.</summary>
    public static ReportKey? Read(string initiative, string id)
    {
        var parts = id.Split('/');
        return parts.Length is 4 or 5
            ? new ReportKey(initiative, $"{parts[0]}/{parts[1]}", string.Join('/', parts[2..^1]), parts[^1])
            : null;
    }
}
