using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CollectiveImpact.Exchange.Links;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CollectiveImpact.Exchange.Operator;

/// <summary>
/// What an operator needs to speak to the node: its address and a token, in a file of the data folder that only its
/// owner can read. The token is new at every start.
/// </summary>
internal sealed class OperatorFile(IOptions<ExchangeOptions> options, IServer server, TimeProvider time) : IHostedLifecycleService
{
    private const string File = "operator.json";
    private readonly byte[] _token = RandomNumberGenerator.GetBytes(32);

    /// <summary>When the node started.</summary>
    public DateTimeOffset Started { get; } = time.GetUtcNow();

    private string Path => System.IO.Path.Combine(System.IO.Path.GetFullPath(options.Value.Data), File);

    /// <summary>Whether a call's <c>authorization</c> is that of the operator.</summary>
    public bool Admits(string? authorization)
    {
        var expected = $"Bearer {Convert.ToHexStringLower(_token)}";
        return authorization is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization), Encoding.UTF8.GetBytes(expected));
    }

    /// <summary>Writes the file: the addresses are known once the node listens.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        var text = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["address"] = Reachable(address),
            ["token"] = Convert.ToHexStringLower(_token),
        });
        var unfinished = Path + ".new";
        System.IO.File.Delete(unfinished);
        var form = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) form.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new StreamWriter(unfinished, form)) stream.Write(text);
        System.IO.File.Move(unfinished, Path, overwrite: true);
        return Task.CompletedTask;
    }

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        System.IO.File.Delete(Path);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A node that listens on every address is reached, on its own machine, on loopback.</summary>
    private static string Reachable(string address) =>
        address.Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal).Replace("//[::]:", "//127.0.0.1:", StringComparison.Ordinal).Replace("//*:", "//127.0.0.1:", StringComparison.Ordinal).Replace("//+:", "//127.0.0.1:", StringComparison.Ordinal);
}
