using System.Net;
using System.Net.Sockets;

namespace CollectiveImpact.Nest.Processes;

internal static class Ports
{
    /// <summary>Ports on loopback that nobody listens on, each another.</summary>
    public static IReadOnlyList<int> Free(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => Listen(0)).ToArray();
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners)
            listener.Dispose();
        return ports;
    }

    /// <summary>Says so in plain words where somebody listens on the port already.</summary>
    public static void Demand(int port)
    {
        try
        {
            Listen(port).Dispose();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new RunFailure($"Port {port} is taken by another program. Choose another with --port, or --port 0 for one that is free.", e);
        }
        catch (SocketException e)
        {
            throw new RunFailure($"Port {port} cannot be used: {e.Message}. Choose another with --port.", e);
        }
    }

    private static TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return listener;
    }
}
