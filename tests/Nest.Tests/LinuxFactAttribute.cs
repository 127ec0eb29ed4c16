namespace CollectiveImpact.Nest.Tests;

/// <summary>A test that needs signals and /proc.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "needs signals and /proc";
    }
}
