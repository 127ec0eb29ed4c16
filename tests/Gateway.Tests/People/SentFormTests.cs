using System.Net;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>Forms as they arrive.</summary>
public sealed class SentFormTests : SignedInGateway
{
    private const string Form = "/en/initiatives/ca/partner";

    [Fact]
    public async Task What_is_too_large_to_be_sent_at_once_is_told_so()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var bob = await JoinAsync(await InviteAsync(ann, Maps.Canada, "Staff"), "bob");
        var page = await bob.Send($"/fr/initiatives/{Maps.Canada}/tell", ("title.fr", new string('a', 17 * 1024 * 1024)), ("do", "save"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("trop gros pour un seul envoi", page.Html);
    }

    [Fact]
    public async Task What_was_typed_is_kept_where_its_sender_is_signed_out_by_now_and_counts_once_signed_in_again()
    {
        var saved = new List<string>();
        Node.State.Answers.On<SavePartnerRequest, Partner>(request =>
        {
            saved.Add(request.Partner.Name.En);
            return request.Partner;
        });
        using var ann = await JoinAsync(FirstAddress, "ann");
        var page = await ann.Open(Form);
        var token = page.HiddenValue;
        await ann.SendFrom("/en/you", "/en/sign-out");
        var kept = await ann.SendFromSite("same-origin", Form, (page.HiddenName, token), ("name.en", "Hall & <kitchen>"), ("password", Password), ("do", "save"));
        Assert.Equal(HttpStatusCode.BadRequest, kept.Status);
        Assert.Contains("You are signed out", kept.Html);
        Assert.Contains("<textarea hidden name=\"name.en\">Hall &amp; &lt;kitchen&gt;</textarea>", kept.Html);
        Assert.DoesNotContain(Password, kept.Html);
        Assert.Empty(saved);

        // Sent at once it is kept again; and so once more where somebody has signed in meanwhile, as that page was nobody's.
        Assert.Contains("You are signed out", (await ann.SendFromSite("same-origin", Form, (kept.HiddenName, kept.HiddenValue), ("name.en", "Hall"), ("do", "save"))).Html);
        await ann.Send("/en/sign-in", ("email", "ann@example.org"), ("password", Password));
        var own = await ann.SendFromSite("same-origin", Form, (kept.HiddenName, kept.HiddenValue), ("name.en", "Hall"), ("do", "save"));
        Assert.Contains("This form was open for too long", own.Html);
        Assert.Contains("name=\"name.en\">Hall</textarea>", own.Html);
        Assert.Equal(HttpStatusCode.SeeOther, (await ann.SendFromSite("same-origin", Form, (own.HiddenName, own.HiddenValue), ("name.en", "Hall"), ("sector", "Health"), ("sharing", "Kept"), ("do", "save"))).Status);
        Assert.Equal(["Hall"], saved);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("none")]
    public async Task What_another_site_has_made_up_is_not_offered_to_be_sent_again(string site)
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        var page = await ann.SendFromSite(site, Form, ("name.en", "Trap"), ("do", "save"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.DoesNotContain("Trap", page.Html);
        Assert.DoesNotContain("Send it again", page.Html);
    }
}
