namespace CollectiveImpact.Console.Layout;

/// <summary>Marks a form that whoever is not signed in may send.</summary>
internal sealed class ForAnybody
{
    private ForAnybody()
    {
    }

    public static ForAnybody Here { get; } = new();
}
