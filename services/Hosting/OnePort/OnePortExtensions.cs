using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CollectiveImpact.Hosting.OnePort;

/// <summary>HTTP/1.1 and HTTP/2 on each port, with TLS or without.</summary>
public static class OnePortExtensions
{
    /// <summary>
    /// Listens on what `--urls`, or the ports that container images set, ask for: without TLS the client's first bytes
    /// tell which protocol it speaks, with TLS it is negotiated. Endpoints of the section `Kestrel` are left to
    /// Kestrel, and listened on beside them. To be called once the addresses are in the configuration.
    /// </summary>
    /// <param name="builder">The application's builder.</param>
    /// <param name="defaultUrl">What is listened on where nothing is asked for.</param>
    /// <remarks>Starting fails with a <see cref="FormatException"/> that names an address which is none.</remarks>
    public static WebApplicationBuilder AddOnePort(this WebApplicationBuilder builder, string defaultUrl)
    {
        var urls = ListenUrls.Take(builder.Configuration, defaultUrl);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IConnectionListenerFactory, SharedPortTransport>();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            foreach (var url in urls)
                ListenUrls.Listen(kestrel, url);
        });
        return builder;
    }
}
