namespace CollectiveImpact.Cli.Output;

/// <summary>One column of a table.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="IsNumber">Whether it is flush right.</param>
/// <param name="Shrinks">Whether it gives way where the terminal is too narrow; what is cut ends in <c>…</c>.</param>
internal sealed record Column(string Name, bool IsNumber = false, bool Shrinks = false);

/// <summary>Rows under headings. A row is a line: on a terminal it is made to fit, elsewhere it has all its text.</summary>
internal sealed class TextTable(params Column[] columns)
{
    private const string Gap = "  ";
    private const int Narrowest = 8;

    private readonly List<Piece[]> rows = [];

    public void Add(params Piece[] row) => rows.Add(row);

    public void Write(Screen screen)
    {
        var widths = Fit(screen);
        Line(screen, widths, [.. columns.Select(column => new Piece(column.Name, Tone.Heading))]);
        foreach (var row in rows)
            Line(screen, widths, row);
    }

    private int[] Fit(Screen screen)
    {
        int[] widths = [.. columns.Select((column, i) => rows.Select(row => row[i].Text.Length).Append(column.Name.Length).Max())];
        while (screen.IsRead && widths.Sum() + (Gap.Length * (widths.Length - 1)) > screen.Width)
        {
            // The widest of those that may gives way, a letter at a time.
            var widest = Enumerable.Range(0, widths.Length).Where(i => columns[i].Shrinks && widths[i] > Narrowest).Select(i => (int?)i).MaxBy(i => widths[i!.Value]) ?? -1;
            if (widest < 0)
                break;
            widths[widest]--;
        }
        return widths;
    }

    private void Line(Screen screen, int[] widths, Piece[] row)
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < row.Length; i++)
        {
            var text = row[i].Text.Length <= widths[i] ? row[i].Text : row[i].Text[..(widths[i] - 1)] + "…";
            var padded = columns[i].IsNumber ? text.PadLeft(widths[i]) : i == row.Length - 1 ? text : text.PadRight(widths[i]);
            pieces.Add(row[i] with { Text = i == 0 ? padded : Gap + padded });
        }
        // No blanks at the end of a line, whatever was empty there.
        while (pieces.Count > 0 && pieces[^1].Text.TrimEnd().Length == 0)
            pieces.RemoveAt(pieces.Count - 1);
        if (pieces.Count > 0)
            pieces[^1] = pieces[^1] with { Text = pieces[^1].Text.TrimEnd() };
        screen.Line([.. pieces]);
    }
}
