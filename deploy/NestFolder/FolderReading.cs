namespace CollectiveImpact.NestFolder;

/// <summary>What became of reading a nest folder: all of it, or what is wrong with it.</summary>
/// <param name="Folder">The folder; null as soon as there is one fault, so that nothing is loaded by halves.</param>
/// <param name="Faults">Every fault, in the order of the files and rows.</param>
public sealed record FolderReading(Folder? Folder, IReadOnlyList<FolderFault> Faults);
