using System.Globalization;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>The number of a version, and the id of four digits that it has in documents: so ids stand in the order of numbers.</summary>
internal static class VersionNumber
{
    public const int Largest = 9999;

    public static string Id(int number) => number.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>The number that an id says; null where it is no version's id.</summary>
    public static int? Read(string id) =>
        id.Length == 4 && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
