using CollectiveImpact.NestFolder;

namespace CollectiveImpact.Benchmarks.Pages;

/// <summary>The pages of a nest among which readers choose: every page that can be read, of initiatives of every level.</summary>
internal sealed class Bookshelf(Folder nest)
{
    private static readonly string[] Sides =
        ["agenda", "activities", "communication", "partners", "learning", "public-will", "policy", "resources", "proposals"];

    private static readonly string[] Parts = ["functions", "meetings"];

    private readonly string[][] _levels =
        [.. nest.Initiatives.Rows.GroupBy(initiative => initiative.Level, initiative => initiative.Id).OrderByDescending(level => level.Key).Select(level => level.ToArray())];

    private readonly string[] _indicators =
        [.. nest.Indicators.Select(indicator => $"{(indicator.DefinedBy.Length > 0 ? indicator.DefinedBy : nest.Initiatives.Tops[0].Id)}/{indicator.Id}")];

    private readonly string[] _periods = [.. nest.Reports.Select(report => report.Period).Distinct()];

    /// <summary>A page, and what kind of page it is. Each level is opened as often as the others, and its own page as often as all its parts.</summary>
    public (string Kind, string Page) Choose(Random choice)
    {
        var language = One(choice, ["en", "fr"]);
        if (choice.Next(10) == 0) return ("the nest", $"/{language}/");
        var id = One(choice, One(choice, _levels));
        var of = nest.Initiatives.Find(id)!.Level.ToString().ToLowerInvariant();
        var indicator = Uri.EscapeDataString(One(choice, _indicators));
        var page = $"/{language}/initiatives/{id}";
        return choice.Next(6) switch
        {
            0 or 1 => ($"{of}: its own page", page),
            2 => ($"{of}: an indicator", $"{page}?indicator={indicator}"),
            3 => ($"{of}: a figure explained", $"{page}/figure?indicator={indicator}&period={One(choice, _periods)}"),
            4 => ($"{of}: a side of its work", $"{page}/{One(choice, Sides)}"),
            _ => Part(of, page, One(choice, Parts)),
        };
    }

    private static (string Kind, string Page) Part(string of, string page, string part) => ($"{of}: {part}", $"{page}/{part}");

    private static T One<T>(Random choice, T[] among) => among[choice.Next(among.Length)];
}
