using System.Globalization;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>What a plan puts beside its references, so that plans are chosen and added up without being read.</summary>
/// <param name="Hundredths">Its hours.</param>
/// <param name="Function">For which function.</param>
/// <param name="Component">For which component.</param>
/// <param name="Until">Its last day; empty where it is open.</param>
/// <param name="Child">Who is given it.</param>
internal sealed record PlannedSupport(long Hundredths, Function Function, SupportPlan.Types.Component Component, string Until, string Child)
{
    /// <summary>In one line, at most 150 characters.</summary>
    public string Detail => string.Create(CultureInfo.InvariantCulture, $"{Hundredths} {(int)Function} {(int)Component} {Until} {Child}");

    public static PlannedSupport Of(SupportPlan plan)
    {
        Hours.Read("hours", plan.Hours, Hours.MostPlanned, out var hundredths);
        return new PlannedSupport(hundredths, plan.Function, plan.Component, plan.Until, plan.Child);
    }

    public static PlannedSupport Read(string detail)
    {
        var parts = detail.Split(' ');
        return new PlannedSupport(long.Parse(parts[0], CultureInfo.InvariantCulture), (Function)Number(1), (SupportPlan.Types.Component)Number(2), parts[3], parts[4]);

        int Number(int part) => int.Parse(parts[part], CultureInfo.InvariantCulture);
    }
}
