namespace CollectiveImpact.Gateway.People.Providers;

/// <summary>The section `Gateway:Provider`: an identity provider at which people of an organisation have an account already.</summary>
internal sealed class ProviderOptions
{
    /// <summary>What people call it, as it stands on the button. One language is enough.</summary>
    public ProviderName Name { get; } = new();

    /// <summary>Where a browser is sent to sign in.</summary>
    public string AuthorizationEndpoint { get; set; } = "";

    /// <summary>Where the gateway exchanges the code that the browser comes back with.</summary>
    public string TokenEndpoint { get; set; } = "";

    /// <summary>Where the gateway reads who came.</summary>
    public string UserInformationEndpoint { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>A file that holds the secret and nothing else, instead of <see cref="ClientSecret"/>.</summary>
    public string ClientSecretFile { get; set; } = "";

    /// <summary>What is asked for; empty: `openid`, `profile` and `email`.</summary>
    public IList<string> Scopes { get; } = [];

    public ProviderClaims Claims { get; } = new();

    /// <summary>
    /// What its accounts are remembered under; empty: the address of <see cref="AuthorizationEndpoint"/>. To be given where
    /// that address has changed and the accounts behind it have not.
    /// </summary>
    public string Id { get; set; } = "";

    /// <summary>
    /// More addresses through which it leads people before they come back, `https://login.example.org`: a browser follows
    /// a form to no other.
    /// </summary>
    public IList<string> Through { get; } = [];

    /// <summary>Whether anything of it is said: then all that it takes has to be.</summary>
    public bool IsSaid =>
        Through.Count > 0
        || new[] { Name.En, Name.Fr, AuthorizationEndpoint, TokenEndpoint, UserInformationEndpoint, ClientId, ClientSecret, ClientSecretFile, Id }
            .Any(each => each.Length > 0);
}

/// <summary>What people call an identity provider.</summary>
internal sealed class ProviderName
{
    public string En { get; set; } = "";

    public string Fr { get; set; } = "";
}

/// <summary>Under which names the provider says who somebody is; the defaults are those of OpenID Connect.</summary>
internal sealed class ProviderClaims
{
    /// <summary>What never changes and is never given to another: by this a person is known again.</summary>
    public string Subject { get; set; } = "sub";

    public string Email { get; set; } = "email";

    public string Name { get; set; } = "name";
}
