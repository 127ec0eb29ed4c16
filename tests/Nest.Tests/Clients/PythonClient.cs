using System.Diagnostics;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CollectiveImpact.Nest.Tests.Clients;

/// <summary>A gRPC client that has nothing in common with ours: Debian's for Python (python3-grpcio).</summary>
internal sealed class PythonClient(string address) : IDisposable
{
    private readonly TestFolder folder = new();

    /// <summary>Calls a method; returns what it printed, and what it complained of.</summary>
    public async Task<(string Answer, string Complaint)> CallAsync(string service, string method, string request)
    {
        var descriptors = Path.Combine(folder.Path, "contract.pb");
        await File.WriteAllBytesAsync(descriptors, Contract().ToByteArray());
        var start = new ProcessStartInfo(
            "/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Clients", "call.py"), descriptors, new Uri(address).Authority, service, method, request])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (answer, complaint) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (await answer, (await complaint).Trim());
    }

    public void Dispose() => folder.Dispose();

    /// <summary>The contract with all that it imports, each file after those it needs.</summary>
    private static FileDescriptorSet Contract()
    {
        var set = new FileDescriptorSet();
        foreach (var file in Examples.Contract.Files) Add(file);
        return set;

        void Add(FileDescriptor file)
        {
            if (set.File.Any(each => each.Name == file.Name))
                return;
            foreach (var needed in file.Dependencies)
                Add(needed);
            set.File.Add(FileDescriptorProto.Parser.ParseFrom(file.SerializedData));
        }
    }
}
