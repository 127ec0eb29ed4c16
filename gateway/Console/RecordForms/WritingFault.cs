namespace CollectiveImpact.Console.RecordForms;

/// <summary>What is wrong with a form that was sent.</summary>
/// <param name="Field">The name of the field; empty where it is none of one.</param>
/// <param name="Foreign">The tag of the language where that is not the page's: nodes speak English.</param>
public sealed record WritingFault(string Field, string Text, string? Foreign = null);
