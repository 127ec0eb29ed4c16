using Microsoft.Extensions.Options;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>What is wrong with the settings of an identity provider is said at the start, by the name of the field.</summary>
public sealed class ProviderSettings : IDisposable
{
    private const string Secret = "not to be told";

    private readonly string folder = Directory.CreateTempSubdirectory("gateway-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("AuthorizationEndpoint", "http://login.example.org/authorize", "begins with https://")]
    [InlineData("TokenEndpoint", "", "is empty")]
    [InlineData("TokenEndpoint", "https://nest:secret@login.example.org/token", "no user, password")]
    [InlineData("UserInformationEndpoint", "login.example.org/user", "no address that can be used")]
    [InlineData("ClientId", "", "is empty")]
    [InlineData("ClientSecret", "", "name the file")]
    [InlineData("ClientSecretFile", "nowhere", "both given")]
    [InlineData("Through:0", "ftp://login.example.org", "no address that can be used")]
    [InlineData("Name:En", "", "say what people call the provider")]
    [InlineData("Claims:Subject", "", "is empty")]
    public void A_field_that_is_wrong_is_named(string field, string value, string fault)
    {
        var thrown = Assert.Throws<OptionsValidationException>(() => Create(Settings((field, value))));
        var said = Assert.Single(thrown.Failures);
        Assert.StartsWith("Gateway:Provider:", said);
        Assert.Contains(field.Replace("ClientSecretFile", "ClientSecret"), said);
        Assert.Contains(fault, said);
        Assert.DoesNotContain(Secret, thrown.Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_said()
    {
        var thrown = Assert.Throws<OptionsValidationException>(() => Create(Settings(("ClientSecret", ""), ("ClientSecretFile", "nowhere"))));
        Assert.Contains("Gateway:Provider:ClientSecretFile can't be read", thrown.Message);
    }

    [Fact]
    public void It_needs_a_folder_for_people()
    {
        var thrown = Assert.Throws<OptionsValidationException>(
            () => GatewayApplication.Create([.. Settings(), "--Gateway:Nodes:0=http://127.0.0.1:1"]));
        Assert.Contains("needs Gateway:Data", thrown.Message);
    }

    [Fact]
    public async Task What_is_right_starts() => await Create(Settings()).DisposeAsync();

    private Microsoft.AspNetCore.Builder.WebApplication Create(string[] settings) =>
        GatewayApplication.Create([.. settings, "--Gateway:Nodes:0=http://127.0.0.1:1", $"--Gateway:Data={folder}", "--urls", "http://127.0.0.1:0"]);

    private static string[] Settings(params (string Field, string Value)[] instead)
    {
        var all = new Dictionary<string, string>
        {
            ["Name:En"] = "Maple House", ["AuthorizationEndpoint"] = "https://login.example.org/authorize",
            ["TokenEndpoint"] = "https://login.example.org/token", ["UserInformationEndpoint"] = "https://login.example.org/user",
            ["ClientId"] = "nest", ["ClientSecret"] = Secret,
        };
        foreach (var (field, value) in instead)
            all[field] = value;
        return [.. all.Select(each => $"--Gateway:Provider:{each.Key}={each.Value}")];
    }
}
