namespace CollectiveImpact.Backbone.Measurement;

/// <summary>Which figure: of which initiative, indicator (`definer/indicator`), cell and period.</summary>
internal readonly record struct TotalKey(string Initiative, string Indicator, string Cell, string Period);

/// <summary>A figure, and how many contributions are in it; none, and it is not there.</summary>
internal sealed record Total(TotalKey Key, Figure Value, Figure Denominator, int Contributions);
