using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;

namespace CollectiveImpact.Hosting.OnePort;

/// <summary>What `--urls` (or the ports that container images set) asks for, as endpoints of Kestrel.</summary>
internal static class ListenUrls
{
    /// <summary>
    /// The addresses asked for. They are taken out of the configuration, or Kestrel would warn that endpoints given
    /// by code override them.
    /// </summary>
    /// <param name="configuration">The application's settings.</param>
    /// <param name="defaultUrl">The address where none is asked for, and Kestrel's own section has none.</param>
    public static string[] Take(ConfigurationManager configuration, string defaultUrl)
    {
        var urls = Split(Take(WebHostDefaults.ServerUrlsKey));
        string[] ports =
        [
            .. Split(Take(WebHostDefaults.HttpPortsKey)).Select(port => $"http://*:{port}"),
            .. Split(Take(WebHostDefaults.HttpsPortsKey)).Select(port => $"https://*:{port}"),
        ];
        if (urls.Length == 0)
            urls = ports;
        // A list, and an empty one: where it is absent, the host falls back on what it read when it was created.
        configuration[WebHostDefaults.ServerUrlsKey] = ";";
        return urls.Length > 0 || configuration.GetSection("Kestrel:Endpoints").Exists() ? urls : [defaultUrl];

        string? Take(string key)
        {
            var value = configuration[key];
            if (value is not null)
                configuration[key] = "";
            return value;
        }

        static string[] Split(string? list) =>
            list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
    }

    public static void Listen(KestrelServerOptions kestrel, string url)
    {
        var address = BindingAddress.Parse(url);
        var tls = address.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
        if (!tls && !address.Scheme.Equals(Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase))
            throw new FormatException($"--urls: {url} is neither http nor https.");
        if (address.PathBase.Length > 0)
            throw new FormatException($"--urls: {url} has a path; write only scheme, host and port.");

        if (address.IsUnixPipe)
            kestrel.ListenUnixSocket(address.UnixPipePath);
        else
            foreach (var endPoint in Expand(address))
                if (tls)
                    kestrel.Listen(endPoint, Negotiate);
                else
                    Share(kestrel, endPoint);
    }

    /// <summary>TLS tells the protocols apart, whatever the application's endpoints speak by default.</summary>
    private static void Negotiate(ListenOptions listen)
    {
        listen.Protocols = HttpProtocols.Http1AndHttp2;
        listen.UseHttps();
    }

    private static void Share(KestrelServerOptions kestrel, IPEndPoint endPoint)
    {
        var shared = new SharedEndPoint(endPoint);
        kestrel.Listen((EndPoint)shared, listen => listen.Protocols = HttpProtocols.Http1);
        kestrel.Listen(shared.Http2, listen => listen.Protocols = HttpProtocols.Http2);
    }

    /// <summary>As Kestrel reads a host: an address, localhost, or anything else for all addresses.</summary>
    private static IEnumerable<IPEndPoint> Expand(BindingAddress address)
    {
        if (IPAddress.TryParse(address.Host, out var ip))
            return [new(ip, address.Port)];
        if (!address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            return [new(Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any, address.Port)];
        if (address.Port == 0)
            throw new FormatException(
                "--urls: localhost is two addresses, and each would get another port for 0; write 127.0.0.1.");
        return HasIPv6Loopback()
            ? [new(IPAddress.Loopback, address.Port), new(IPAddress.IPv6Loopback, address.Port)]
            : [new(IPAddress.Loopback, address.Port)];
    }

    // A container often supports IPv6 and yet has no such address: only binding tells.
    private static bool HasIPv6Loopback()
    {
        if (!Socket.OSSupportsIPv6)
            return false;
        try
        {
            using var probe = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
            probe.Bind(new IPEndPoint(IPAddress.IPv6Loopback, 0));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
