using System.Text.RegularExpressions;

namespace CollectiveImpact.Console.Initiatives;

/// <summary>The form of an initiative's id: what has another names nothing, and no node need be asked.</summary>
internal static partial class InitiativeId
{
    public static bool IsOne(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?\z")]
    private static partial Regex Form();
}
