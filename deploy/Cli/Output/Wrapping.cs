namespace CollectiveImpact.Cli.Output;

/// <summary>Breaks a sentence between words, each line as far from the margin as the first. A word longer than a line keeps one of its own.</summary>
internal static class Wrapping
{
    public static IEnumerable<string> Lines(string text, int width)
    {
        var margin = text[..(text.Length - text.TrimStart(' ').Length)];
        var line = "";
        foreach (var word in text[margin.Length..].Split(' '))
        {
            if (line.Length > 0 && margin.Length + line.Length + 1 + word.Length > width)
            {
                yield return margin + line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }
        yield return margin + line;
    }
}
