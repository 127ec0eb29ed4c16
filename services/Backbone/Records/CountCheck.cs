using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Operator;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Records;

/// <summary>Counts anew what is kept counted, from the references, and holds the two against each other.</summary>
internal sealed class CountCheck : ITableCheck
{
    // What is the same in both is not read.
    private const string Different = """
        SELECT k.target, k.kind, k.place, k.mark, k.many, k.last, COALESCE(s.many, 0), COALESCE(s.last, '') FROM counts k
        LEFT JOIN ({0}) s ON s.target = k.target AND s.kind = k.kind AND s.place = k.place AND s.mark = k.mark
        WHERE s.many IS NULL OR s.many <> k.many OR s.last <> k.last
        UNION ALL
        SELECT s.target, s.kind, s.place, s.mark, 0, '', s.many, s.last FROM ({0}) s
        WHERE NOT EXISTS (SELECT 1 FROM counts k WHERE k.target = s.target AND k.kind = s.kind AND k.place = s.place AND k.mark = s.mark)
        """;

    private const string Sums = """
        SELECT m.target, m.kind, COALESCE(p.place, '=' || m.initiative) AS place, m.mark, COUNT(*) AS many, MAX(m.detail || ' ' || m.initiative) AS last
        FROM mentions m LEFT JOIN places p ON p.initiative = m.initiative WHERE m.mark IS NOT NULL
        GROUP BY m.target, m.kind, COALESCE(p.place, '=' || m.initiative), m.mark
        """;

    public long Check(LogReader reader, Action<VerifyFault> fault)
    {
        using (var rows = reader.Query(string.Format(System.Globalization.CultureInfo.InvariantCulture, Different, Sums)))
        {
            while (rows.Read())
            {
                fault(new VerifyFault
                {
                    Initiative = rows.GetString(2),
                    Kind = "count",
                    Id = $"{rows.GetString(0)} {rows.GetString(1)} {rows.GetString(3)}".TrimEnd(),
                    Fault = $"{Shown(rows.GetInt64(4), rows.GetString(5))} is kept, and the references are {Shown(rows.GetInt64(6), rows.GetString(7))}",
                });
            }
        }

        using var all = reader.Query("SELECT COUNT(*) FROM counts");
        return all.Read() ? all.GetInt64(0) : 0;
    }

    private static string Shown(long many, string last) => many == 0 ? "none" : $"{many}, the last {last}";
}
