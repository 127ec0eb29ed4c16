using System.Net;
using CollectiveImpact.Gateway.Tests.Nodes;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>Forms as they arrive.</summary>
public sealed class SentFormTests : SignedInGateway
{
    [Fact]
    public async Task What_is_too_large_to_be_sent_at_once_is_told_so()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var bob = await JoinAsync(await InviteAsync(ann, Maps.Canada, "Staff"), "bob");
        var page = await bob.Send($"/fr/initiatives/{Maps.Canada}/tell", ("title.fr", new string('a', 17 * 1024 * 1024)), ("do", "save"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("trop gros pour un seul envoi", page.Html);
    }
}
