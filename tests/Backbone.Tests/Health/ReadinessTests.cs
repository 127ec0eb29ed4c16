using System.Data.Common;
using System.Net;
using CollectiveImpact.Backbone.Tests.Network;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Tests.Health;

/// <summary>How a service answers a probe.</summary>
public sealed class ReadinessTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nest-test-").FullName;
    private readonly HttpClient _http = new();
    private TestNode _node = null!;

    public async Task InitializeAsync()
    {
        _node = await TestNode.StartAsync(_folder, Level.Local, 0, TimeProvider.System);
        _http.BaseAddress = new Uri(_node.Address);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task a_service_that_runs_is_live_and_ready(string version)
    {
        foreach (var path in new[] { "/healthz/live", "/healthz/ready" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path)
            {
                Version = Version.Parse(version),
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            using var answer = await _http.SendAsync(request);
            Assert.Equal((HttpStatusCode.OK, version), (answer.StatusCode, answer.Version.ToString()));
        }
    }

    [Fact]
    public async Task a_log_that_cannot_be_written_ends_readiness_until_it_can_be_again()
    {
        // As a full disk would: every write to it fails.
        await Say("CREATE TRIGGER full BEFORE INSERT ON trial_writes BEGIN SELECT RAISE(FAIL, 'disk full'); END");
        await Assert.ThrowsAnyAsync<DbException>(() => _node.Log.TryAsync(CancellationToken.None));
        var (status, text) = await Ready();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(
            """{"status":"unhealthy","checks":[{"name":"log","status":"unhealthy","description":"what was last written to it could not be stored"}]}""",
            text);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Ready()).Status);
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync("/healthz/live")).StatusCode);

        await Say("DROP TRIGGER full");
        Assert.Equal(HttpStatusCode.OK, (await Ready()).Status);
    }

    [Fact]
    public async Task a_commit_that_failed_once_does_not_end_readiness_for_good()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => _node.Log.WriteAsync(transaction => transaction.Execute("ROLLBACK")));
        var (status, text) = await Ready();
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"status":"healthy","checks":[{"name":"log","status":"healthy","description":"open and writable"}]}""", text);
    }

    [Fact]
    public async Task a_caller_s_mistake_says_nothing_about_the_log()
    {
        await Words.Refusal(() => _node.Register("NO ID", Level.Local));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => _node.Log.WriteAsync<int>(_ => throw new InvalidOperationException("a mistake")));
        Assert.Equal(LogCondition.Writable, _node.Log.Condition);
    }

    private Task<int> Say(string sql) => _node.Log.WriteAsync(transaction => transaction.Execute(sql));

    private async Task<(HttpStatusCode Status, string Text)> Ready()
    {
        using var answer = await _http.GetAsync("/healthz/ready");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
