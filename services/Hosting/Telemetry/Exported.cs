namespace CollectiveImpact.Hosting.Telemetry;

/// <summary>What a process exports, beside what ASP.NET Core, its server, the HTTP client and the runtime measure.</summary>
/// <param name="Service">The attribute `service.name`, unless `OTEL_SERVICE_NAME` says otherwise.</param>
/// <param name="Instance">The attribute `service.instance.id`, asked for when exporting begins; null for a random one.</param>
/// <param name="Meters">Its own meters, by name.</param>
/// <param name="Sources">Its own sources of spans, by name.</param>
public sealed record Exported(
    string Service, Func<IServiceProvider, string>? Instance, IReadOnlyList<string> Meters, IReadOnlyList<string> Sources);
