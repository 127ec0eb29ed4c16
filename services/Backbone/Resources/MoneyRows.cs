using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>The table of movements, row by row, for who looks whether it is right.</summary>
internal static class MoneyRows
{
    private const string Columns = "m.owner, m.kind, m.id, m.initiative, m.fund, m.flow, m.currency, m.day, m.units, m.other, m.commitment, m.closed, m.indicator, m.kept";

    /// <summary>What stands of a document.</summary>
    public static IEnumerable<MoneyRow> By(LogReader reader, DocumentKey document) => ReadAll(reader.Query(
        $"SELECT {Columns} FROM money m WHERE m.owner = $1 AND m.kind = $2 AND m.id = $3 ORDER BY m.initiative, m.fund, m.flow",
        document.Initiative, document.Kind, document.Id)).Select(each => each.Row);

    /// <summary>What stands as if it were of a document that there is not, or that is of none of these kinds.</summary>
    public static List<(DocumentKey Document, MoneyRow Row)> WithoutDocument(LogReader reader, IReadOnlyList<string> kinds) => ReadAll(reader.Query(
        $"""
        SELECT {Columns} FROM money m
        LEFT JOIN documents d ON d.initiative = m.owner AND d.kind = m.kind AND d.id = m.id
        WHERE d.sequence IS NULL OR m.kind NOT IN ({string.Join(", ", kinds.Select((_, i) => $"${i + 1}"))}) ORDER BY m.owner, m.kind, m.id, m.initiative, m.fund, m.flow
        """,
        [.. kinds]));

    private static List<(DocumentKey Document, MoneyRow Row)> ReadAll(Rows rows)
    {
        using (rows)
        {
            List<(DocumentKey, MoneyRow)> all = [];
            while (rows.Read())
            {
                var movement = new Movement(rows.GetString(3), rows.GetString(4), (Flow)rows.GetInt32(5), rows.GetString(6), rows.GetString(7), rows.GetInt64(8))
                {
                    Other = rows.GetString(9),
                    Commitment = rows.GetString(10),
                    Closed = rows.GetString(11),
                    Indicator = rows.GetString(12),
                };
                all.Add((new DocumentKey(rows.GetString(0), rows.GetString(1), rows.GetString(2)), new MoneyRow(movement, rows.GetInt64(13) != 0)));
            }

            return all;
        }
    }
}
