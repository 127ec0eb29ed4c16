using System.Net;
using System.Text.RegularExpressions;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>A browser without scripts: it keeps cookies, and sends forms with what is hidden in them.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly SocketsHttpHandler handler = new() { UseProxy = false, AllowAutoRedirect = false };
    private readonly HttpClient client;
    private readonly Dictionary<string, string> secure = [];

    /// <param name="sendsSecure">Whether it sends cookies that are for TLS alone, as if a proxy ended that between them.</param>
    public Visitor(Uri gateway, bool sendsSecure = false)
    {
        client = new HttpClient(handler) { BaseAddress = gateway };
        handler.UseCookies = !sendsSecure;
    }

    public CookieContainer Cookies => handler.CookieContainer;

    public Task<Page> Open(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Opens a page, and sends the form on it.</summary>
    public Task<Page> Send(string address, params (string Name, string Value)[] fields) => SendFrom(address, address, fields);

    /// <summary>Opens a page, and sends a form on it that goes to another address.</summary>
    public async Task<Page> SendFrom(string from, string address, params (string Name, string Value)[] fields)
    {
        var page = await Open(from);
        return await SendFromSite("same-origin", address, [.. page.HiddenName.Length > 0 ? [(page.HiddenName, page.HiddenValue)] : Array.Empty<(string, string)>(), .. fields]);
    }

    /// <summary>Sends what somebody's own page has made up.</summary>
    public Task<Page> SendAsIs(string address, params (string Name, string Value)[] fields) => SendFromSite("cross-site", address, fields);

    /// <summary>Sends a form from a page of a site: <c>same-origin</c> of the gateway's own.</summary>
    public async Task<Page> SendFromSite(string site, string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        request.Headers.Add("Sec-Fetch-Site", site);
        return await SendAsync(request);
    }

    private async Task<Page> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (!handler.UseCookies && secure.Count > 0)
                request.Headers.Add("Cookie", string.Join("; ", secure.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            using var response = await client.SendAsync(request);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
                secure[cookie[..cookie.IndexOf('=')]] = cookie[(cookie.IndexOf('=') + 1)..cookie.IndexOf(';')];
            return await Page.Of(response);
        }
    }

    public void Dispose()
    {
        client.Dispose();
        handler.Dispose();
    }
}

/// <summary>What came back.</summary>
/// <param name="Leads">Where it leads; empty where it is a page.</param>
internal sealed partial record Page(HttpStatusCode Status, string Leads, string Html, string Headers)
{
    /// <summary>What is shown once: an invitation's address, or a token.</summary>
    public string Told => WebUtility.HtmlDecode(Code().Match(Html).Groups[1].Value);

    /// <summary>What shows that a form is the gateway's own.</summary>
    public string HiddenName => Hidden().Match(Html).Groups[1].Value;

    public string HiddenValue => WebUtility.HtmlDecode(Hidden().Match(Html).Groups[2].Value);

    public static async Task<Page> Of(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Headers.Location?.OriginalString ?? "",
        await response.Content.ReadAsStringAsync(),
        response.Headers.ToString());

    [GeneratedRegex("<input type=\"hidden\" name=\"(__[^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<code>([^<]*)</code>")]
    private static partial Regex Code();
}
