namespace CollectiveImpact.Console.Charts;

/// <summary>A line across the chart, and what it stands for.</summary>
internal readonly record struct AxisTick(double Y, string Text);
