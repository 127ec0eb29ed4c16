namespace CollectiveImpact.Console.People;

/// <summary>What a person who joins says.</summary>
public sealed record NewPerson(string Name, string Email, string Password);
