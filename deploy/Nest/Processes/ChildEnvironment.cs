namespace CollectiveImpact.Nest.Processes;

/// <summary>What the runner's own environment leaves to its children.</summary>
internal static class ChildEnvironment
{
    // Services read settings from the environment too: whatever is set there for another purpose would change them.
    private static readonly string[] Settings =
        ["ASPNETCORE_", "Nest__", "Gateway__", "Kestrel__", "Logging__", "URLS", "HTTP_PORTS", "HTTPS_PORTS"];

    // Of the runtime's own, those that say where it is and how it may use the machine.
    private static readonly string[] Kept = ["DOTNET_ROOT", "DOTNET_HOST_PATH", "DOTNET_GC", "DOTNET_SYSTEM_"];

    public static void Prepare(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.ToArray())
        {
            if (Begins(name, Settings) || (Begins(name, ["DOTNET_"]) && !Begins(name, Kept)))
                environment.Remove(name);
        }
        environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        // All of it is on this machine: no proxy has a part in it.
        environment["NO_PROXY"] = environment["no_proxy"] = "127.0.0.1,localhost";
    }

    private static bool Begins(string name, string[] beginnings) =>
        beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
