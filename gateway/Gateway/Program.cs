using System.Net.Sockets;
using CollectiveImpact.Gateway;
using Microsoft.Extensions.Options;

try
{
    await using var gateway = GatewayApplication.Create(args);
    await GatewayApplication.StartAsync(gateway);
    await gateway.WaitForShutdownAsync();
    return 0;
}
catch (Exception fault) when (fault is IOException or SocketException or OptionsValidationException or FormatException)
{
    // A port that is taken, an address that is none: what is wrong, and no trace of where it was noticed.
    await Console.Error.WriteLineAsync($"The gateway cannot start. {fault.Message}");
    return 1;
}
