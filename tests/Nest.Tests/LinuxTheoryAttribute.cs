namespace CollectiveImpact.Nest.Tests;

/// <summary>A test over several cases that needs signals and /proc.</summary>
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "needs signals and /proc";
    }
}
