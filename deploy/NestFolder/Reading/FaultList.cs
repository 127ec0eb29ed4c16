namespace CollectiveImpact.NestFolder.Reading;

/// <summary>Collects faults while a folder is read.</summary>
internal sealed class FaultList
{
    private readonly List<FolderFault> faults = [];
    private readonly HashSet<string> incomplete = [];

    public bool Any => faults.Count > 0;

    public int Count => faults.Count;

    public void Add(string file, int row, string column, string message) => faults.Add(new(file, row, column, message));

    /// <summary>A fault for which a row, or the whole file, could not be read.</summary>
    public void AddLost(string file, int row, string column, string message)
    {
        incomplete.Add(file);
        Add(file, row, column, message);
    }

    /// <summary>Whether rows of the file could not be read: what seems to be missing from it may stand there.</summary>
    public bool IsIncomplete(string file) => incomplete.Contains(file);

    // A check of a whole file comes after those of its rows: who mends a file wants them in its order.
    public IReadOnlyList<FolderFault> InOrder() =>
        [.. faults.OrderBy(fault => Folder.FileNames.TakeWhile(name => name != fault.File).Count()).ThenBy(fault => fault.Row)];
}
