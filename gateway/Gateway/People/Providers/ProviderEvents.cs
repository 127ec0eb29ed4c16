using System.Net.Http.Headers;
using System.Text.Json;
using CollectiveImpact.Console.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;

namespace CollectiveImpact.Gateway.People.Providers;

/// <summary>What happens between the provider and the gateway. However it ends, the browser is led back to a page.</summary>
internal sealed partial class ProviderEvents(ProviderReturn returns, ILogger<ProviderEvents> logger) : OAuthEvents
{
    /// <summary>Asks the provider who came.</summary>
    public override async Task CreatingTicket(OAuthCreatingTicketContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(context.HttpContext.RequestAborted);
        using var said = await JsonDocument.ParseAsync(body, cancellationToken: context.HttpContext.RequestAborted);
        context.RunClaimActions(said.RootElement);
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        var errand = Errand.Open(context.Properties);
        if (errand is null || ProviderAccount.Of(context.Principal) is not { } account)
        {
            Log.Failed(logger, "it named no subject");
            Lead(context.HttpContext, errand, ProviderFault.Failed);
            return;
        }
        Lead(context.HttpContext, errand, await returns.ReceiveAsync(context.HttpContext, errand, account));
    }

    public override Task AccessDenied(AccessDeniedContext context)
    {
        context.HandleResponse();
        Lead(context.HttpContext, Errand.Open(context.Properties), ProviderFault.Refused);
        return Task.CompletedTask;
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();
        // Where the provider can't be reached, what set out with the browser is all there is.
        var options = (OAuthOptions)context.Options;
        var errand = Errand.Open(context.Properties ?? options.StateDataFormat.Unprotect(context.Request.Query["state"]));
        Log.Failed(logger, KindOf(context.Failure));
        Lead(context.HttpContext, errand, errand is null ? ProviderFault.Lost : ProviderFault.Failed);
        return Task.CompletedTask;
    }

    private static void Lead(HttpContext context, Errand? errand, ProviderFault? fault)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(fault is null
            ? errand!.Said.Then
            : QueryHelpers.AddQueryString(errand?.Said.Back ?? context.Request.PathBase + "/sign-in", IProvider.FaultKey, fault.Value.ToString()));
    }

    /// <summary>The protocol's own code where the provider gave one, else what kind of failure it was: never what it said in words.</summary>
    private static string KindOf(Exception? failure) =>
        failure?.Data["error"] is string { Length: > 0 and <= 60 } code && code.All(letter => char.IsAsciiLetterLower(letter) || letter == '_')
            ? code
            : failure?.InnerException?.GetType().Name ?? failure?.GetType().Name ?? "";

    private static partial class Log
    {
        [LoggerMessage(330, LogLevel.Warning, "The identity provider did not confirm who somebody is: {Kind}")]
        public static partial void Failed(ILogger logger, string kind);
    }
}
