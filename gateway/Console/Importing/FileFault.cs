namespace CollectiveImpact.Console.Importing;

/// <summary>What is wrong with a file.</summary>
/// <param name="Line">The line, from 1; 0 for the file as a whole.</param>
/// <param name="Column">May be empty.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
/// <param name="IsForeign">Whether the message is a node's, which are English.</param>
public sealed record FileFault(int Line, string Column, string Message, bool IsForeign = false);
