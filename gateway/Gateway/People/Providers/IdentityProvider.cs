using CollectiveImpact.Gateway.Nodes;
using CollectiveImpact.V1;
using Microsoft.Extensions.Options;

namespace CollectiveImpact.Gateway.People.Providers;

/// <summary>The identity provider as it was set, checked. No record: one of those writes its secret wherever it is written itself.</summary>
internal sealed class IdentityProvider
{
    private const string Section = "Gateway:Provider";

    private static readonly string[] Usual = ["openid", "profile", "email"];

    private readonly List<string> faults = [];

    private IdentityProvider(ProviderOptions said)
    {
        if (said.Name.En.Length + said.Name.Fr.Length == 0)
            faults.Add($"{Section}:Name:En is empty: say what people call the provider, in English (En), French (Fr) or both.");
        Name = new Text { En = said.Name.En, Fr = said.Name.Fr };
        Authorization = Endpoint(nameof(said.AuthorizationEndpoint), said.AuthorizationEndpoint);
        Token = Endpoint(nameof(said.TokenEndpoint), said.TokenEndpoint);
        UserInformation = Endpoint(nameof(said.UserInformationEndpoint), said.UserInformationEndpoint);
        ClientId = Needed(nameof(said.ClientId), said.ClientId);
        ClientSecret = SecretOf(said);
        Scopes = said.Scopes.Count > 0 ? [.. said.Scopes] : Usual;
        Claims = said.Claims;
        Needed("Claims:Subject", Claims.Subject);
        Needed("Claims:Email", Claims.Email);
        Needed("Claims:Name", Claims.Name);
        Id = said.Id.Length > 0 ? said.Id : Authorization.GetLeftPart(UriPartial.Path);
        Origins = [.. said.Through.Select((each, index) => Endpoint($"{nameof(said.Through)}:{index}", each)).Prepend(Authorization)
            .Select(each => each.GetLeftPart(UriPartial.Authority)).Distinct()];
    }

    public Text Name { get; }

    /// <summary>What its accounts are remembered under.</summary>
    public string Id { get; }

    public Uri Authorization { get; }

    public Uri Token { get; }

    public Uri UserInformation { get; }

    public string ClientId { get; }

    public string ClientSecret { get; }

    public IReadOnlyList<string> Scopes { get; }

    public ProviderClaims Claims { get; }

    /// <summary>Where it may lead a browser, `https://login.example.org`.</summary>
    public IReadOnlyList<string> Origins { get; }

    /// <summary>The provider that the settings name; null where they name none. Throws, with each fault, where they do it wrongly.</summary>
    public static IdentityProvider? Of(GatewayOptions options)
    {
        if (!options.Provider.IsSaid)
            return null;
        var provider = new IdentityProvider(options.Provider);
        if (options.Data.Length == 0)
            provider.faults.Add($"{Section} needs Gateway:Data, the folder of the people who sign in.");
        return provider.faults.Count == 0 ? provider : throw new OptionsValidationException(Section, typeof(ProviderOptions), provider.faults);
    }

    private Uri Endpoint(string field, string address)
    {
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { UserInfo: "", Fragment: "" }
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
            return uri;
        faults.Add(address.Length == 0
            ? $"{Section}:{field} is empty: the provider's own documents say its address, like https://login.example.org/…"
            : $"{Section}:{field} is no address that can be used: it begins with https:// (http:// on this machine alone), and has no user, password or # in it.");
        return new Uri("https://unknown.invalid/");
    }

    private string Needed(string field, string value)
    {
        if (value.Length == 0)
            faults.Add($"{Section}:{field} is empty.");
        return value;
    }

    private string SecretOf(ProviderOptions said)
    {
        const string file = $"{Section}:{nameof(said.ClientSecretFile)}";
        if (said.ClientSecretFile.Length == 0)
            return said.ClientSecret.Length > 0 ? said.ClientSecret : Missing($"{file} is empty: name the file that holds the secret which the provider gave to this gateway.");
        if (said.ClientSecret.Length > 0)
            return Missing($"{file} and {Section}:{nameof(said.ClientSecret)} are both given: keep the file.");
        try
        {
            var secret = File.ReadAllText(said.ClientSecretFile).Trim();
            return secret.Length > 0 ? secret : Missing($"{file}: the file is empty.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Missing($"{file} can't be read: {failure.Message}");
        }
    }

    private string Missing(string fault)
    {
        faults.Add(fault);
        return "";
    }
}
