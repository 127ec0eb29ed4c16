using System.Buffers;
using System.Text;

namespace CollectiveImpact.NestFolder.Writing;

/// <summary>Writes one file of a folder: UTF-8 with a header, and without the optional columns in which nothing stands.</summary>
internal static class CsvFile
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <param name="directory">Where it goes.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="columns">Its columns. One whose name ends in <c>?</c> is left out where it is empty in every row.</param>
    /// <param name="rows">A text for each column.</param>
    public static void Write(string directory, string name, string[] columns, IReadOnlyList<string[]> rows)
    {
        var used = Enumerable.Range(0, columns.Length).Where(i => !columns[i].EndsWith('?') || rows.Any(row => row[i].Length > 0)).ToArray();
        using var file = new StreamWriter(Path.Combine(directory, name), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        file.WriteLine(string.Join(',', used.Select(i => columns[i].TrimEnd('?'))));
        foreach (var row in rows)
            file.WriteLine(string.Join(',', used.Select(i => Field(row[i]))));
    }

    private static string Field(string text) =>
        text.AsSpan().ContainsAny(Quoted) || text.StartsWith(' ') || text.EndsWith(' ') ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
