using System.Net;
using System.Text.RegularExpressions;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>A browser without scripts: it keeps cookies, and sends forms with what is hidden in them.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly SocketsHttpHandler handler = new() { UseProxy = false, AllowAutoRedirect = false };
    private readonly HttpClient client;

    public Visitor(Uri gateway) => client = new HttpClient(handler) { BaseAddress = gateway };

    public CookieContainer Cookies => handler.CookieContainer;

    public async Task<Page> Open(string address)
    {
        using var response = await client.GetAsync(address);
        return await Page.Of(response);
    }

    /// <summary>Opens a page, and sends the form on it.</summary>
    public Task<Page> Send(string address, params (string Name, string Value)[] fields) => SendFrom(address, address, fields);

    /// <summary>Opens a page, and sends a form on it that goes to another address.</summary>
    public async Task<Page> SendFrom(string from, string address, params (string Name, string Value)[] fields)
    {
        var page = await Open(from);
        return await SendAsIs(address, [.. Hidden().Matches(page.Html).Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value))).Take(1), .. fields]);
    }

    /// <summary>Sends what somebody's own page has made up.</summary>
    public async Task<Page> SendAsIs(string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await client.PostAsync(address, form);
        return await Page.Of(response);
    }

    public void Dispose()
    {
        client.Dispose();
        handler.Dispose();
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(__[^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}

/// <summary>What came back.</summary>
/// <param name="Leads">Where it leads; empty where it is a page.</param>
internal sealed partial record Page(HttpStatusCode Status, string Leads, string Html, string Headers)
{
    /// <summary>What is shown once: an invitation's address, or a token.</summary>
    public string Told => WebUtility.HtmlDecode(Code().Match(Html).Groups[1].Value);

    public static async Task<Page> Of(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Headers.Location?.OriginalString ?? "",
        await response.Content.ReadAsStringAsync(),
        response.Headers.ToString());

    [GeneratedRegex("<code>([^<]*)</code>")]
    private static partial Regex Code();
}
