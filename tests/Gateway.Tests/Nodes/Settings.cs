using Microsoft.Extensions.Options;

namespace CollectiveImpact.Gateway.Tests.Nodes;

public sealed class Settings
{
    [Fact]
    public void A_gateway_without_nodes_says_how_to_name_them()
    {
        var fault = Assert.Throws<OptionsValidationException>(() => GatewayApplication.Create(["--urls", "http://127.0.0.1:0"]));
        Assert.Contains("--Gateway:Nodes:0=", fault.Message);
    }

    [Theory]
    [InlineData("localhost:5001")]
    [InlineData("ftp://localhost")]
    [InlineData("http://localhost:5001/path")]
    [InlineData("")]
    public void An_address_that_is_none_is_named(string address)
    {
        var fault = Assert.Throws<OptionsValidationException>(
            () => GatewayApplication.Create(["--urls", "http://127.0.0.1:0", $"--Gateway:Nodes:0={address}"]));
        Assert.Contains($"\"{address}\"", fault.Message);
    }
}
