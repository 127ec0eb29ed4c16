using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.Gateway.Tests.People.Passkeys;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>A gateway at which people sign in by passkeys.</summary>
public sealed partial class PasskeyTests : SignedInGateway
{
    private const string You = "/en/you", SignIn = "/en/sign-in", Today = "/en/today";

    [Fact]
    public async Task A_passkey_that_a_person_adds_signs_in_from_then_on()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var key = new SmallAuthenticator(Gateway.Address);
        Assert.Equal(You, (await AddAsync(ann, key, "my phone")).Leads);
        Assert.Contains("value=\"my phone\"", (await ann.Open(You)).Html);
        for (var times = 0; times < 2; times++)
        {
            using var visitor = new Visitor(Gateway.Address);
            Assert.Equal(Today, (await SignInAsync(visitor, key)).Leads);
            Assert.Contains("<h1>ann</h1>", (await visitor.Open(You)).Html);
        }
        Assert.Contains("value=\"my phone\"", (await ann.Open(You)).Html);
    }

    [Fact]
    public async Task An_invitation_is_taken_up_with_a_passkey_and_no_password()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var key = new SmallAuthenticator(Gateway.Address);
        using var bob = new Visitor(Gateway.Address);
        Assert.Equal("/en/initiatives/ca", (await JoinAsync(bob, PathOf(await InviteAsync(ann, Maps.Canada, "Staff")), key)).Leads);
        Assert.Contains("bob@example.org", (await bob.Open("/en/initiatives/ca/people")).Html);
        using var visitor = new Visitor(Gateway.Address);
        var page = await visitor.SendFrom(SignIn, "/en/sign-in/passkey?then=%2Fen%2Fyou", ("credential", key.Get(await AskAsync(visitor, SignIn))));
        Assert.Equal(You, page.Leads);
        Assert.Contains("<h1>Bob</h1>", (await visitor.Open(You)).Html);
    }

    [Fact]
    public async Task The_options_carry_a_challenge_that_is_new_each_time_and_ask_who_holds_the_device()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        var (one, other) = (JsonNode.Parse(await AskAsync(ann, You))!, JsonNode.Parse(await AskAsync(ann, You))!);
        Assert.NotEqual((string)one["challenge"]!, (string)other["challenge"]!);
        Assert.Equal(43, ((string)one["challenge"]!).Length);
        Assert.Equal("ann@example.org", (string)one["user"]!["name"]!);
        Assert.Equal(("required", "required"), ((string)one["authenticatorSelection"]!["userVerification"]!, (string)one["authenticatorSelection"]!["residentKey"]!));
        Assert.Equal("required", (string)JsonNode.Parse(await AskAsync(ann, SignIn))!["userVerification"]!);
    }

    [Theory]
    [InlineData("an answer to another question")]
    [InlineData("of a page elsewhere")]
    [InlineData("without asking who holds it")]
    [InlineData("of a key that nobody has")]
    [InlineData("no answer")]
    [InlineData("nonsense")]
    public async Task What_is_not_right_signs_nobody_in(string what)
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var key = new SmallAuthenticator(Gateway.Address);
        await AddAsync(ann, key, "x");
        using var stranger = new SmallAuthenticator(Gateway.Address);
        using var visitor = new Visitor(Gateway.Address);
        var former = await AskAsync(visitor, SignIn);
        var options = await AskAsync(visitor, SignIn);
        if (what == "of a page elsewhere")
            key.Origin = "https://elsewhere.example";
        key.Asks = what != "without asking who holds it";
        var credential = what switch
        {
            "an answer to another question" => key.Get(former),
            "of a key that nobody has" => stranger.Get(options),
            "no answer" => "",
            "nonsense" => "{}",
            _ => key.Get(options),
        };
        var page = await visitor.SendFrom(SignIn, "/en/sign-in/passkey", ("credential", credential));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("This passkey is nobody’s here", page.Html);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Open(You)).Status);
    }

    [Fact]
    public async Task An_answer_that_nobody_was_asked_for_is_refused()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var key = new SmallAuthenticator(Gateway.Address);
        await AddAsync(ann, key, "x");
        using var visitor = new Visitor(Gateway.Address);
        var answer = key.Get(await AskAsync(visitor, SignIn));
        using var other = new Visitor(Gateway.Address);
        Assert.Contains("This passkey is nobody’s here", (await other.SendFrom(SignIn, "/en/sign-in/passkey", ("credential", answer))).Html);
        Assert.Equal(Today, (await visitor.SendFrom(SignIn, "/en/sign-in/passkey", ("credential", answer))).Leads);
        Assert.Contains("This passkey is nobody’s here", (await visitor.SendFrom(SignIn, "/en/sign-in/passkey", ("credential", answer))).Html);
    }

    [Fact]
    public async Task A_new_passkey_that_is_not_right_is_not_kept()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var key = new SmallAuthenticator(Gateway.Address) { Origin = "https://elsewhere.example" };
        Assert.Contains("Your browser gave no passkey", (await AddAsync(ann, key, "x")).Html);
        Assert.DoesNotContain("value=\"x\"", (await ann.Open(You)).Html);
        var invitation = PathOf(await InviteAsync(ann, Maps.Canada, "Member"));
        using var bob = new Visitor(Gateway.Address);
        var page = await JoinAsync(bob, invitation, key);
        Assert.Contains("Your browser gave no passkey", page.Html);
        Assert.Contains("value=\"bob@example.org\"", page.Html);
        key.Origin = Gateway.Address.GetLeftPart(UriPartial.Authority);
        Assert.Equal("/en/initiatives/ca", (await JoinAsync(bob, invitation, key)).Leads);
    }

    [Fact]
    public async Task A_passkey_is_one_person_s_whoever_it_was_offered_to()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        var invitation = PathOf(await InviteAsync(ann, Maps.Canada, "Member"));
        using var key = new SmallAuthenticator(Gateway.Address);
        using var bob = new Visitor(Gateway.Address);

        // Offered to somebody who joins, and added by somebody who has.
        var offered = key.Create(await OfferAsync(ann, invitation, You));
        Assert.Contains("Your browser gave no passkey", (await ann.SendFrom(You, "/en/you/passkey", ("name", "x"), ("credential", offered))).Html);
        // Offered to somebody who has joined, and used to join.
        offered = key.Create(await AskAsync(ann, You));
        var page = await ann.SendFrom(You, invitation.Replace("/join", "/join/passkey"), ("name", "Bob"), ("email", "bob@example.org"), ("credential", offered));
        Assert.DoesNotContain("bob@example.org", (await ann.Open("/en/initiatives/ca/people")).Html);
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task A_passkey_is_renamed_and_removed_by_its_own_person_and_the_last_way_in_stays()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var bobs = new SmallAuthenticator(Gateway.Address);
        using var bob = new Visitor(Gateway.Address);
        await JoinAsync(bob, PathOf(await InviteAsync(ann, Maps.Canada, "Member")), bobs);
        var first = Assert.Single(await IdsAsync(bob));
        Assert.DoesNotContain("name=\"remove\"", (await bob.Open(You)).Html);
        await bob.SendFrom(You, "/en/you/passkey", ("passkey", first), ("remove", "yes"));
        Assert.Single(await IdsAsync(bob));

        using var second = new SmallAuthenticator(Gateway.Address);
        await AddAsync(bob, second, "key ring");
        await ann.SendFrom(You, "/en/you/passkey", ("passkey", first), ("remove", "yes"));
        await ann.SendFrom(You, "/en/you/passkey", ("passkey", first), ("name", "Ann's"));
        await bob.SendFrom(You, "/en/you/passkey", ("passkey", first), ("name", "old phone"));
        var page = (await bob.Open(You)).Html;
        Assert.Contains("value=\"old phone\"", page);
        Assert.Contains("value=\"key ring\"", page);
        await bob.SendFrom(You, "/en/you/passkey", ("passkey", first), ("remove", "yes"));
        Assert.DoesNotContain(first, await IdsAsync(bob));
        using var visitor = new Visitor(Gateway.Address);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(visitor, bobs)).Status);
        Assert.Equal(Today, (await SignInAsync(visitor, second)).Leads);
    }

    [Fact]
    public async Task The_script_runs_where_people_sign_in_and_nowhere_else()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        foreach (var address in new[] { SignIn, You, PathOf(await InviteAsync(ann, Maps.Canada, "Member")) })
        {
            var page = await ann.Open(address);
            Assert.Contains("script-src 'self'; connect-src 'self';", page.Headers);
            var script = Script().Match(page.Html).Groups[1].Value;
            Assert.Contains("PublicKeyCredential", (await ann.Open(script)).Html);
        }
        foreach (var address in new[] { "/en/", "/en/people", "/en/initiatives/ca" })
        {
            var page = await ann.Open(address);
            Assert.DoesNotContain("script-src", page.Headers);
            Assert.DoesNotContain("<script", page.Html);
        }
    }

    [Fact]
    public async Task Without_the_script_no_button_of_a_passkey_shows_and_its_form_does_no_harm()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var visitor = new Visitor(Gateway.Address);
        Assert.Contains("<p hidden data-passkeys>", (await visitor.Open(SignIn)).Html);
        Assert.Contains("hidden data-passkeys", (await ann.Open(You)).Html);
        Assert.Contains("Your browser gave no passkey", (await ann.SendFrom(You, "/en/you/passkey", ("name", "x"), ("credential", ""))).Html);
        foreach (var (address, there) in new[] { ("/fr/sign-in/passkey?then=%2Ffr%2Fyou", "/fr/sign-in?then=%2Ffr%2Fyou"), ("/en/join/passkey?code=x", "/en/join?code=x"), ("/en/you/passkey", You) })
            Assert.Equal(there, (await visitor.Open(address)).Leads);
    }

    [Fact]
    public async Task Nothing_is_offered_without_the_page_s_own_form_or_to_nobody()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        foreach (var address in new[] { "/en/sign-in/passkey", "/en/join/passkey?code=x", "/en/you/passkey", "/en/sign-in/passkey/options", "/en/join/passkey/options?code=x", "/en/you/passkey/options" })
            Assert.Equal(HttpStatusCode.BadRequest, (await ann.SendAsIs(address, ("x", "x"))).Status);
        using var visitor = new Visitor(Gateway.Address);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SendFrom(SignIn, "/en/you/passkey/options")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SendFrom(SignIn, "/en/join/passkey/options?code=x", ("name", "x"), ("email", "x@example.org"))).Status);
    }

    private static async Task<Page> AddAsync(Visitor person, SmallAuthenticator key, string name) =>
        await person.SendFrom(You, "/en/you/passkey", ("name", name), ("credential", key.Create(await AskAsync(person, You))));

    private static async Task<Page> SignInAsync(Visitor visitor, SmallAuthenticator key) =>
        await visitor.SendFrom(SignIn, "/en/sign-in/passkey", ("credential", key.Get(await AskAsync(visitor, SignIn))));

    private static async Task<Page> JoinAsync(Visitor visitor, string invitation, SmallAuthenticator key) => await visitor.SendFrom(
        invitation, invitation.Replace("/join", "/join/passkey"), ("name", "Bob"), ("email", "bob@example.org"),
        ("credential", key.Create(await OfferAsync(visitor, invitation, invitation))));

    /// <summary>What the script of a page asks.</summary>
    private static async Task<string> AskAsync(Visitor visitor, string page)
    {
        var answer = await visitor.SendFrom(page, $"{page}/passkey/options");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("no-store", answer.Headers);
        return answer.Html;
    }

    private static async Task<string> OfferAsync(Visitor visitor, string invitation, string from) =>
        (await visitor.SendFrom(from, invitation.Replace("/join", "/join/passkey/options"), ("name", "Bob"), ("email", "bob@example.org"))).Html;

    private static async Task<IReadOnlyList<string>> IdsAsync(Visitor person) =>
        [.. Id().Matches((await person.Open(You)).Html).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("name=\"passkey\" value=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("<script src=\"([^\"]+)\" defer></script>")]
    private static partial Regex Script();
}
