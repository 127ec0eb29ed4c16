using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Records;

/// <summary>
/// Where initiatives stand in the nest: those that are aligned with one other and no more, on the same dates, stand in one
/// place, and are counted together; who is aligned with several, or with nobody, stands in a place of its own.
/// </summary>
internal static class PlaceTable
{
    /// <summary>The place of an initiative.</summary>
    public static string Of(LogTransaction transaction, string initiative)
    {
        using var row = transaction.Query("SELECT place FROM places WHERE initiative = $1", initiative);
        return row.Read() ? row.GetString(0) : Own(initiative);
    }

    /// <summary>The place of an initiative that shares it with nobody. No initiative's id begins so.</summary>
    public static string Own(string initiative) => $"={initiative}";

    /// <summary>Notes with whom an initiative is aligned; what is counted of it moves with it.</summary>
    public static void Note(LogTransaction transaction, string initiative, IReadOnlyCollection<DatedAlignment> alignments)
    {
        var (from, to) = (Of(transaction, initiative), alignments.Count == 1 ? Shared(alignments.First()) : Own(initiative));
        if (from == to) return;
        if (to == Own(initiative)) transaction.Execute("DELETE FROM places WHERE initiative = $1", initiative);
        else
            transaction.Execute(
                "INSERT INTO places VALUES ($1, $2) ON CONFLICT (initiative) DO UPDATE SET place = excluded.place", initiative, to);
        CountTable.Move(transaction, initiative, from, to);
    }

    // Whose alignment has ended does not stand with those whose has not.
    private static string Shared(DatedAlignment alignment) => alignment.IsDated
        ? $"{alignment.Parent} {string.Concat(alignment.Earlier.Select(span => $"{span.From.Written()}/{span.Until.Written()} "))}{alignment.From.Written()}/{alignment.Until.Written()}"
        : alignment.Parent;

    /// <summary>The places that several can share, with those who do.</summary>
    public static ILookup<string, string> All(LogReader reader)
    {
        using var rows = reader.Query("SELECT place, initiative FROM places");
        List<(string Place, string Initiative)> places = [];
        while (rows.Read()) places.Add((rows.GetString(0), rows.GetString(1)));
        return places.ToLookup(each => each.Place, each => each.Initiative);
    }
}
