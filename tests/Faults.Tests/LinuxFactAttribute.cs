namespace CollectiveImpact.Faults.Tests;

/// <summary>A test that needs SIGKILL.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux()) Skip = "needs SIGKILL";
    }
}
