using System.Net;

namespace CollectiveImpact.Gateway.Tests.PassThrough;

public sealed class Pages_are_served : OneNode
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task The_page_is_on_the_same_port(string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/console/console.css")
        {
            Version = Version.Parse(version),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var response = await Gateway.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/css", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_page_is_written_from_what_the_nodes_answer()
    {
        using var response = await Gateway.Http.GetAsync("/");
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("/collectiveimpact.v1.Nest/ListInitiatives", Node.State.Calls);
    }
}
