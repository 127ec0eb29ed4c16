using System.Diagnostics;

namespace CollectiveImpact.Nest.Processes;

/// <summary>One run of a service. It ends with this process, however this process ends.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;

    private ChildProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public int ExitCode => process.ExitCode;

    public static ChildProcess Start(Service service, ServiceLog log)
    {
        var start = new ProcessStartInfo(Built.DotnetHost(), [service.Assembly, .. service.Arguments])
        {
            // Its settings lie beside it.
            WorkingDirectory = Path.GetDirectoryName(service.Assembly),
            UseShellExecute = false,
            CreateNoWindow = true,
            // A word in it asks the child to end, and its closing, when this process dies, ends it.
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ChildEnvironment.Prepare(start.Environment);
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process);

        void Write(string? line)
        {
            if (line is not null)
                log.Write(line);
        }
    }

    public Task WaitForEndAsync(CancellationToken cancellationToken = default) => process.WaitForExitAsync(cancellationToken);

    /// <summary>Asks it to finish and end.</summary>
    public void AskToEnd()
    {
        try
        {
            process.StandardInput.Write('.');
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already: there is nobody to ask.
        }
    }

    public void Kill() => process.Kill();

    public void Dispose() => process.Dispose();
}
