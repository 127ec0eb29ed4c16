using Microsoft.AspNetCore.Identity;

namespace CollectiveImpact.Gateway.People;

/// <summary>Somebody who signs in.</summary>
internal sealed class Person : IdentityUser
{
    /// <summary>What others call the person; at most 200 characters.</summary>
    public string Name { get; set; } = "";

    public bool IsAdministrator { get; set; }
}
