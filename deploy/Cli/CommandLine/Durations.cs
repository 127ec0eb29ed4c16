using System.CommandLine.Parsing;
using System.Globalization;

namespace CollectiveImpact.Cli.CommandLine;

/// <summary>A span of time on the command line: <c>7d</c>, <c>12h</c>, <c>90m</c>, <c>3600s</c>.</summary>
internal static class Durations
{
    public static TimeSpan? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text.Length > 1 && long.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 10_000_000)
        {
            switch (text[^1])
            {
                case 's': return TimeSpan.FromSeconds(number);
                case 'm': return TimeSpan.FromMinutes(number);
                case 'h': return TimeSpan.FromHours(number);
                case 'd': return TimeSpan.FromDays(number);
            }
        }
        result.AddError($"'{text}' is no span of time; write a number with s, m, h or d: 7d, 12h.");
        return default;
    }
}
