using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Gateway.Tests.People.Providers;

/// <summary>
/// An identity provider as small as can be: a page on which one chooses an account or says no, codes that are good once and
/// with their verifier (PKCE, S256), and who the account is. Known clients: one.
/// </summary>
internal sealed class SmallProvider : IAsyncDisposable
{
    public const string ClientId = "nest", ClientSecret = "only the two of us know";

    private readonly ConcurrentDictionary<string, Begun> codes = new();
    private readonly ConcurrentDictionary<string, string> tokens = new();
    private WebApplication app = null!;

    public Uri Address => new(app.Urls.Single());

    /// <summary>What it says of each account, in JSON, by the name that the page shows.</summary>
    public ConcurrentDictionary<string, string> Accounts { get; } = new();

    /// <summary>What it does wrong.</summary>
    public ProviderFailing Failing { get; set; }

    /// <summary>The settings of a gateway at which people sign in here; the secret lies in a file.</summary>
    public string[] Settings(string secretFile) =>
    [
        "--Gateway:Provider:Name:En=Maple House", "--Gateway:Provider:Name:Fr=Maison de l’Érable",
        $"--Gateway:Provider:AuthorizationEndpoint={new Uri(Address, "/authorize")}",
        $"--Gateway:Provider:TokenEndpoint={new Uri(Address, "/token")}",
        $"--Gateway:Provider:UserInformationEndpoint={new Uri(Address, "/user")}",
        $"--Gateway:Provider:ClientId={ClientId}", $"--Gateway:Provider:ClientSecretFile={secretFile}",
    ];

    public void Add(string account, string email, string name) =>
        Accounts[account] = $$"""{"sub": "subject-of-{{account}}", "email": "{{email}}", "name": "{{name}}"}""";

    public static async Task<SmallProvider> StartAsync()
    {
        var provider = new SmallProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        provider.app = builder.Build();
        provider.app.MapGet("/authorize", provider.Show);
        provider.app.MapPost("/authorize", (Delegate)provider.Decide);
        provider.app.MapPost("/token", (Delegate)provider.Exchange);
        provider.app.MapGet("/user", provider.Tell);
        await provider.app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private IResult Show(HttpContext context)
    {
        if (Begun.Of(context.Request.Query) is not { } begun)
            return Results.BadRequest("no request for a code");
        var buttons = Accounts.Keys.Order().Select(account => $"<button name=\"account\" value=\"{account}\">{account}</button>");
        return Results.Content(
            $"<!DOCTYPE html><title>Small provider</title><h1>Who are you?</h1><form method=\"post\" action=\"{WebUtility.HtmlEncode(context.Request.Path + context.Request.QueryString)}\">"
            + $"{string.Concat(buttons)}<button name=\"refuse\" value=\"yes\">Refuse</button></form><p>for {WebUtility.HtmlEncode(begun.Back)}</p>",
            "text/html; charset=utf-8");
    }

    private async Task<IResult> Decide(HttpContext context)
    {
        if (Begun.Of(context.Request.Query) is not { } begun)
            return Results.BadRequest("no request for a code");
        var form = await context.Request.ReadFormAsync();
        var state = context.Request.Query["state"].ToString();
        if (Failing == ProviderFailing.Error)
            return Back("error", "temporarily_unavailable");
        if (form.ContainsKey("refuse"))
            return Back("error", "access_denied");
        var code = Made();
        codes[code] = begun with { Account = form["account"].ToString() };
        return Back("code", code);

        IResult Back(string key, string value) => Results.Redirect(
            QueryHelpers.AddQueryString(begun.Back, new Dictionary<string, string?> { [key] = value, ["state"] = state }));
    }

    private async Task<IResult> Exchange(HttpContext context)
    {
        if (Failing == ProviderFailing.Cut)
        {
            context.Abort();
            return Results.Empty;
        }
        var form = await context.Request.ReadFormAsync();
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret)
            return Results.Json(new { error = "invalid_client" }, statusCode: StatusCodes.Status401Unauthorized);
        if (form["grant_type"] != "authorization_code" || !codes.TryRemove(form["code"].ToString(), out var begun)
            || form["redirect_uri"] != begun.Back || begun.Challenge != ChallengeOf(form["code_verifier"].ToString()))
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        var token = Made();
        tokens[token] = begun.Account;
        return Results.Json(new { access_token = token, token_type = "Bearer", expires_in = 60 });
    }

    private IResult Tell(HttpContext context)
    {
        if (Failing == ProviderFailing.Silent)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        return context.Request.Headers.Authorization.ToString().Split(' ') is ["Bearer", var token]
            && tokens.TryRemove(token, out var account) && Accounts.TryGetValue(account, out var said)
            ? Results.Content(said, "application/json")
            : Results.Unauthorized();
    }

    private static string Made() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));

    private static string ChallengeOf(string verifier) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    /// <summary>A code as it was asked for.</summary>
    private sealed record Begun(string Back, string Challenge, string Account)
    {
        public static Begun? Of(IQueryCollection query) =>
            query["response_type"] == "code" && query["client_id"] == ClientId && query["code_challenge_method"] == "S256"
            && query["scope"] == "openid profile email" && query["code_challenge"].ToString() is { Length: 43 } challenge
            && query["redirect_uri"].ToString() is { Length: > 0 } back
                ? new Begun(back, challenge, "")
                : null;
    }
}

/// <summary>What a provider may do wrong.</summary>
internal enum ProviderFailing
{
    No,

    /// <summary>It sends people back with an error of its own.</summary>
    Error,

    /// <summary>The connection ends where the code is exchanged.</summary>
    Cut,

    /// <summary>It does not say who the account is.</summary>
    Silent,
}
