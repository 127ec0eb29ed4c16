using System.Runtime.InteropServices;

/// <summary>
/// Runs at the start of every service that the runner starts, which names this assembly in DOTNET_STARTUP_HOOKS: it
/// ends the service when the runner says so on its standard input, or is itself gone. So nothing outlives the runner, not
/// even when it was killed. The runtime asks for this name, outside of any namespace, and for nothing but its own library.
/// https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md
/// </summary>
internal static class StartupHook
{
    private const int SigKill = 9;
    private const int SigTerm = 15;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static void Initialize()
    {
        // It is meant for this process, not for what this process starts.
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);
        new Thread(EndWithInput) { IsBackground = true, Name = "end with the runner" }.Start();
    }

    private static void EndWithInput()
    {
        using var input = Console.OpenStandardInput();
        var asked = input.Read(new byte[1]) > 0;
        // A service that is asked finishes what it is at. Where the runner is gone, another may start on the same data at
        // any moment, and a log can be cut anywhere: this ends now.
        if (OperatingSystem.IsWindows() || Kill(Environment.ProcessId, asked ? SigTerm : SigKill) != 0)
            Environment.Exit(0);
        Thread.Sleep(Grace);
        Environment.Exit(0);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
