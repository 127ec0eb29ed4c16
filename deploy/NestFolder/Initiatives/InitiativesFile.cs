using CollectiveImpact.NestFolder.Reading;
using CollectiveImpact.NestFolder.Words;
using CollectiveImpact.V1;

namespace CollectiveImpact.NestFolder.Initiatives;

internal static class InitiativesFile
{
    public const string Name = "initiatives.csv";
    private const int Id = 0, LevelName = 1, English = 2, French = 3, Parents = 4;
    private const int MostParents = 50;

    private static readonly TableShape Shape = new(Name, Required: 2, "id", "level", "name_en", "name_fr", "parents");

    public static InitiativeDraft Read(string directory, FaultList faults)
    {
        var mentioned = new Dictionary<string, int>();
        var rows = new List<InitiativeRow>();
        foreach (var row in Table.Read(directory, Shape, optional: false, faults))
        {
            if (!mentioned.TryAdd(row[Id], row.Number))
                row.Fault(Id, $"{Quote.Of(row[Id])} is there already, in row {mentioned[row[Id]]}; write each initiative once");
            else if (Read(row) is { } initiative)
                rows.Add(initiative);
        }
        // In a second pass, because a parent may stand below its child.
        var byId = rows.ToDictionary(row => row.Id);
        var incomplete = faults.IsIncomplete(Name);
        var tree = new InitiativeTree([.. rows.Where(row => CheckParents(row, byId, IsKnown, faults))]);
        CheckTops(tree, faults);
        return new(tree, IsKnown);

        bool IsKnown(string id) => incomplete || mentioned.ContainsKey(id);
    }

    private static InitiativeRow? Read(TableRow row)
    {
        var sound = row.Demand(Ids.IsId(row[Id]), Id, $"{Quote.Of(row[Id])} is no id; {Ids.Rule}");
        var level = ToLevel(row[LevelName]);
        sound &= row.Demand(
            level != Level.Unspecified, LevelName, $"{Quote.Of(row[LevelName])} is no level; write local, provincial or national");
        string[] parents = row[Parents].Length == 0 ? [] : row[Parents].Split(';');
        sound &= row.Demand(
            parents.Distinct().Count() == parents.Length, Parents, $"{Quote.Of(row[Parents])} names one twice; write each parent once");
        sound &= row.Demand(
            parents.Length <= MostParents, Parents, $"there are {parents.Length} parents; an initiative has at most {MostParents}");
        return Names.Read(row, English, French) is { } name && sound ? new(row.Number, row[Id], level, name, parents) : null;
    }

    private static bool CheckParents(
        InitiativeRow row, Dictionary<string, InitiativeRow> byId, Func<string, bool> isKnown, FaultList faults)
    {
        var sound = true;
        foreach (var parent in row.Parents)
        {
            if (parent == row.Id)
                Fault($"{Quote.Of(parent)} is the initiative itself; name one of a level above");
            else if (byId.TryGetValue(parent, out var above) && above.Level <= row.Level)
                Fault($"{Quote.Of(parent)} is {Word(above.Level)} and {Quote.Of(row.Id)} is {Word(row.Level)}; a parent is of a level above");
            else if (!isKnown(parent))
                Fault($"{Quote.Of(parent)} is not in this file; add it, or name one that is, with ; between several");
        }

        return sound;

        void Fault(string message)
        {
            sound = false;
            faults.Add(Name, row.Row, Shape.Columns[Parents], message);
        }
    }

    // A report names its indicator once, so one initiative defines it for all who report.
    private static void CheckTops(InitiativeTree tree, FaultList faults)
    {
        foreach (var row in tree.Rows)
        {
            var tops = tree.Upward(row.Id).Where(id => tree.Find(id) is { Parents.Count: 0 }).ToArray();
            if (tops.Length > 1)
            {
                faults.Add(
                    Name, row.Row, Shape.Columns[Parents],
                    $"{Quote.Of(row.Id)} lies under {string.Join(" and ", tops)}, which nothing joins; give those a common parent");
            }
        }
    }

    private static Level ToLevel(string text) => text switch
    {
        "local" => Level.Local,
        "provincial" => Level.Provincial,
        "national" => Level.National,
        _ => Level.Unspecified,
    };

    private static string Word(Level level) => level.ToString().ToLowerInvariant();
}
