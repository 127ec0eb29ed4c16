using System.Net;
using CollectiveImpact.Hosting.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Hosting.Tests.Health;

public sealed class Probes : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private WebApplication app = null!;
    private Func<HealthCheckResult> look = () => HealthCheckResult.Healthy("it runs");

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddHealthChecks().AddCheck("mill", () => look());
        app = builder.Build();
        app.MapHealth();
        await app.StartAsync();
        http.BaseAddress = new Uri(app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Ready_names_each_check_and_its_state()
    {
        using var answer = await http.GetAsync(HealthEndpoints.Ready);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal(
            """{"status":"healthy","checks":[{"name":"mill","status":"healthy","description":"it runs"}]}""",
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_check_that_fails_ends_readiness_and_not_life()
    {
        look = () => HealthCheckResult.Unhealthy("it stands still");
        using var ready = await http.GetAsync(HealthEndpoints.Ready);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("it stands still", await ready.Content.ReadAsStringAsync());
        using var live = await http.GetAsync(HealthEndpoints.Live);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal("""{"status":"healthy","checks":[]}""", await live.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_a_check_throws_is_not_told()
    {
        look = () => throw new IOException("/srv/secret/node.db is gone");
        using var answer = await http.GetAsync(HealthEndpoints.Ready);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(
            """{"status":"unhealthy","checks":[{"name":"mill","status":"unhealthy"}]}""",
            await answer.Content.ReadAsStringAsync());
    }
}
