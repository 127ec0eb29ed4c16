using CollectiveImpact.NestFolder.Reading;
using CollectiveImpact.V1;

namespace CollectiveImpact.NestFolder.Words;

/// <summary>A name in both languages, in two columns of which one may be empty.</summary>
internal static class Names
{
    private const int Longest = 200;

    public static Text? Read(TableRow row, int english, int french)
    {
        var sound = row.Demand(
            row[english].Trim().Length + row[french].Trim().Length > 0, english, "there is no name; give it in at least one language");
        foreach (var column in (int[])[english, french])
        {
            sound &= row.Demand(
                row[column].Length <= Longest, column, $"{Quote.Of(row[column])} is longer than {Longest} characters; shorten it");
            sound &= row.Demand(
                !row[column].Any(char.IsControl), column, $"{Quote.Of(row[column])} holds a line break or another control character; write it on one line");
        }
        return sound ? new Text { En = row[english], Fr = row[french] } : null;
    }
}
