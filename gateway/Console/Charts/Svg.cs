using System.Globalization;

namespace CollectiveImpact.Console.Charts;

/// <summary>Numbers as SVG reads them, whatever the page's language.</summary>
internal static class Svg
{
    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
