namespace CollectiveImpact.NestFolder.Initiatives;

/// <summary>The initiatives of a nest and how they are aligned, from the top down.</summary>
public sealed class InitiativeTree
{
    private readonly Dictionary<string, InitiativeRow> byId;
    private readonly Dictionary<string, IReadOnlyList<string>> upward = [];

    /// <param name="rows">All of them, each id once.</param>
    public InitiativeTree(IReadOnlyList<InitiativeRow> rows)
    {
        Rows = rows;
        byId = rows.ToDictionary(row => row.Id);
        Tops = [.. rows.Where(row => row.Parents.Count == 0)];
    }

    /// <summary>All of them, in the order of the file.</summary>
    public IReadOnlyList<InitiativeRow> Rows { get; }

    /// <summary>Those without a parent. Each defines the folder's indicators for all below it.</summary>
    public IReadOnlyList<InitiativeRow> Tops { get; }

    /// <summary>The initiative of that id, or null.</summary>
    public InitiativeRow? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The initiative itself and all above it, each once.</summary>
    public IReadOnlyList<string> Upward(string id)
    {
        if (!upward.TryGetValue(id, out var found))
            upward[id] = found = [.. (Find(id)?.Parents ?? []).SelectMany(Upward).Prepend(id).Distinct()];
        return found;
    }

    /// <summary>
    /// The parents among which the initiative's figures are divided: all of them, without those that lie above another
    /// and so receive the whole through it.
    /// </summary>
    public IReadOnlyList<string> DividingParents(InitiativeRow initiative) => initiative.Parents.Count < 2
        ? initiative.Parents
        : [.. initiative.Parents.Where(parent => !initiative.Parents.Any(other => other != parent && Upward(other).Contains(parent)))];
}
