namespace CollectiveImpact.NestFolder;

/// <summary>One thing that is wrong in a nest folder, and what would be right.</summary>
/// <param name="File">The file's name within the folder, or the folder itself.</param>
/// <param name="Row">The line, counted from 1 as an editor does; 0 where the fault is the whole file's.</param>
/// <param name="Column">The column's name; empty where the fault is the whole row's.</param>
/// <param name="Message">What is wrong, and what would be right. One line, English.</param>
public sealed record FolderFault(string File, int Row, string Column, string Message)
{
    /// <summary>The fault as one line: <c>observations.csv:17: value: "12a" is no decimal number; ...</c></summary>
    public override string ToString() =>
        (Row > 0 ? $"{File}:{Row}: " : $"{File}: ") + (Column.Length > 0 ? $"{Column}: " : "") + Message;
}
