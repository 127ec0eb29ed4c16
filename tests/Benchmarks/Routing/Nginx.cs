using System.Diagnostics;
using System.Globalization;
using CollectiveImpact.Benchmarks.Nodes;
using CollectiveImpact.Benchmarks.Output;
using CollectiveImpact.Nest.Processes;

namespace CollectiveImpact.Benchmarks.Routing;

/// <summary>An nginx of its own in front of a service. It ends with this process, however this process ends.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    // It does not look at its input, so a script does: when the other end closes, it ends nginx.
    private const string Guard =
        """
        exec 3<&0 </dev/null
        "$@" 3<&- &
        server=$!
        { read -r _ <&3; while kill "$server" 2>/dev/null; do sleep 0.1; done; } &
        exec 3<&-
        wait "$server"
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nginx-benchmark-");
    private readonly Process _process;

    private Nginx(Uri service)
    {
        var port = Ports.Free(1)[0];
        Address = Service.AddressOf(port);
        var configuration = Path.Combine(_folder.FullName, "nginx.conf");
        File.WriteAllText(configuration, Resource.Text("nginx.conf")
            .Replace("{folder}", _folder.FullName)
            .Replace("{service}", service.Authority)
            .Replace("{port}", port.ToString(CultureInfo.InvariantCulture)));
        var start = new ProcessStartInfo("setsid", ["sh", "-c", Guard, "guard", Programs.Find("nginx")!, "-p", _folder.FullName, "-c", configuration, "-e", Path.Combine(_folder.FullName, "error.log")])
        {
            RedirectStandardInput = true,
        };
        _process = Process.Start(start)!;
    }

    public string Address { get; }

    public int ProcessId => _process.Id;

    public static async Task<Nginx> StartAsync(string service, CancellationToken cancellationToken)
    {
        var nginx = new Nginx(new Uri(service));
        try
        {
            var answers = RunningNodes.AnswersAsync(nginx.Address, cancellationToken);
            if (await Task.WhenAny(answers, nginx._process.WaitForExitAsync(cancellationToken)) != answers)
                throw new InvalidOperationException("nginx does not start; its own words stand above");
            await answers;
            return nginx;
        }
        catch
        {
            await nginx.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
