using System.Runtime.InteropServices;

namespace CollectiveImpact.Nest.Processes;

/// <summary>Where the build has put things: <c>artifacts/bin/PROJECT/CONFIGURATION</c>, this one among them.</summary>
internal static class Built
{
    /// <summary>The assembly of another project, of the same configuration as this one.</summary>
    public static string Assembly(string project)
    {
        var here = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var path = Path.Combine(here.Parent?.Parent?.FullName ?? here.FullName, project, here.Name, $"{project}.dll");
        return File.Exists(path)
            ? path
            : throw new RunFailure($"{path} is not there. Run it with `dotnet run --project deploy/Nest`, which builds the services too.");
    }

    /// <summary>The program that runs assemblies: the one whose runtime this process has.</summary>
    public static string DotnetHost()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        // The runtime lies in shared/Microsoft.NETCore.App/VERSION beside the program.
        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        if (File.Exists(beside))
            return beside;
        return Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : name;
    }
}
