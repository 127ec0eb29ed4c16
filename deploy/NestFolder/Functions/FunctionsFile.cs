using CollectiveImpact.NestFolder.Initiatives;
using CollectiveImpact.NestFolder.Reading;
using CollectiveImpact.NestFolder.Words;
using CollectiveImpact.V1;

namespace CollectiveImpact.NestFolder.Functions;

internal static class FunctionsFile
{
    public const string Name = "functions.csv";
    private const int Initiative = 0, FunctionName = 1, Holders = 2, Until = 3;
    private const int MostHolders = 10;

    private static readonly TableShape Shape = new(Name, Required: 3, "initiative", "function", "holders", "until");

    public static IReadOnlyList<HoldingRow> Read(string directory, InitiativeDraft initiatives, FaultList faults)
    {
        var seen = new Dictionary<(string, Function), int>();
        var rows = new List<HoldingRow>();
        foreach (var row in Table.Read(directory, Shape, optional: true, faults))
        {
            var function = FunctionNames.Parse(row[FunctionName]);
            var sound = row.Demand(
                initiatives.IsKnown(row[Initiative]), Initiative, $"{Quote.Of(row[Initiative])} is not in {InitiativesFile.Name}; add it there");
            sound &= row.Demand(
                function != Function.Unspecified, FunctionName, $"{Quote.Of(row[FunctionName])} is no function; write one of {FunctionNames.Listed}");
            sound &= row.Demand(
                row[Until].Length == 0 || Days.TryParse(row[Until], out _), Until, $"{Quote.Of(row[Until])} is no day; write it like 2026-12-31");
            if (sound && !seen.TryAdd((row[Initiative], function), row.Number))
            {
                row.Fault($"{row[FunctionName]} of {row[Initiative]} is there already, in row {seen[(row[Initiative], function)]}; name all its holders in one row");
                continue;
            }
            string[] holders = row[Holders].Split(';');
            if (sound && CheckHolders(row, holders, initiatives))
                rows.Add(new(row.Number, row[Initiative], function, holders, row[Until]));
        }
        return rows;
    }

    private static bool CheckHolders(TableRow row, string[] holders, InitiativeDraft initiatives)
    {
        if (!row.Demand(row[Holders].Length > 0, Holders, "there is no holder; leave the row out where nobody holds the function"))
            return false;
        var sound = row.Demand(holders.Length <= MostHolders, Holders, $"there are {holders.Length} holders; a function has at most {MostHolders}");
        sound &= row.Demand(
            holders.Distinct().Count() == holders.Length, Holders, $"{Quote.Of(row[Holders])} names one twice; write each holder once");
        if (initiatives.Tree.Find(row[Initiative]) is not { } initiative)
            return false;
        foreach (var holder in holders)
        {
            sound &= row.Demand(
                initiatives.Tree.Upward(initiative.Id).Contains(holder), Holders,
                $"{Quote.Of(holder)} is neither {initiative.Id} nor above it; name those, with ; between several");
        }
        return sound;
    }
}
