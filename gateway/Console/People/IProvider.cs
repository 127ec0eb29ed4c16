using CollectiveImpact.V1;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.People;

/// <summary>An identity provider at which people sign in, as the pages deal with it. The host has one or none.</summary>
public interface IProvider
{
    /// <summary>What stands in the address of the page to which somebody comes back, if it did not work out: a <see cref="ProviderFault"/>.</summary>
    const string FaultKey = "provider";

    /// <summary>What people call it.</summary>
    Text Name { get; }

    /// <summary>Where a form that leads to it may lead a browser, <c>https://login.example.org</c>.</summary>
    IReadOnlyList<string> Origins { get; }

    /// <summary>Answers by sending the browser to the provider.</summary>
    Task LeadAsync(HttpContext context, ProviderErrand errand);

    /// <summary>Lets go of the account that the person who is signed in has there. False where no other way to sign in is left.</summary>
    Task<bool> DisconnectAsync(HttpContext context, CancellationToken cancellationToken);
}
