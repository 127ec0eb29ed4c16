using System.Net;
using System.Text;

namespace CollectiveImpact.Nest.Tests.Clients;

/// <summary>What curl does: one POST with JSON.</summary>
internal sealed class JsonClient(string address) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(address) };

    public async Task<(HttpStatusCode Status, string Answer)> CallAsync(string service, string method, string request)
    {
        using var content = new StringContent(request, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync($"/{service}/{method}", content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();
}
