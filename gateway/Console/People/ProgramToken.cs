namespace CollectiveImpact.Console.People;

/// <summary>A token by which a program calls as the person does.</summary>
public sealed record ProgramToken(long Id, string Name, DateTimeOffset MadeAt);
