using System.Net;
using System.Text.RegularExpressions;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.Gateway.Tests.People.Providers;
using Microsoft.AspNetCore.WebUtilities;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>A gateway at which people sign in with the account that they have at their organisation.</summary>
public sealed partial class ProviderTests : SignedInGateway
{
    private const string You = "/en/you", SignIn = "/en/sign-in", Today = "/en/today", Disconnect = "No longer sign in with Maple House";

    private SmallProvider provider = null!;

    private protected override async Task<string[]> SettingsAsync()
    {
        provider = await SmallProvider.StartAsync();
        provider.Add("ann", "ann@example.org", "ann");
        provider.Add("bob", "bob@example.org", "Bob Tremblay");
        var secret = Path.Combine(Folder, "secret");
        await File.WriteAllTextAsync(secret, SmallProvider.ClientSecret + "\n");
        return provider.Settings(secret);
    }

    private protected override async Task EndAsync() => await provider.DisposeAsync();

    [Fact]
    public async Task An_invitation_is_taken_up_with_the_provider_s_account_which_signs_in_from_then_on()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        var invitation = PathOf(await InviteAsync(ann, Maps.Canada, "Staff"));
        using var bob = new Visitor(Gateway.Address);
        Assert.Contains("Join with Maple House", (await bob.Open(invitation)).Html);
        Assert.Equal("/en/initiatives/ca", (await GoAsync(bob, invitation, "bob")).Leads);
        var page = (await bob.Open("/en/initiatives/ca/people")).Html;
        Assert.Contains("Bob Tremblay", page);
        Assert.Contains("bob@example.org", page);

        using var again = new Visitor(Gateway.Address);
        Assert.Equal(Today, (await GoAsync(again, SignIn, "bob")).Leads);
        Assert.Contains("Bob Tremblay", (await again.Open(You)).Html);
    }

    [Fact]
    public async Task Signing_in_leads_back_to_the_page_that_needed_it_and_never_elsewhere()
    {
        using var bob = await ConnectedAsync("bob");
        foreach (var (then, there) in new[] { ("/fr/initiatives/ca?children=2", "/fr/initiatives/ca?children=2"), ("//elsewhere.example", Today) })
        {
            using var visitor = new Visitor(Gateway.Address);
            Assert.Equal(there, (await GoAsync(visitor, QueryHelpers.AddQueryString(SignIn, "then", then), "bob")).Leads);
        }
    }

    [Fact]
    public async Task Who_is_unknown_and_has_no_invitation_is_told_whom_to_ask_and_nothing_is_kept()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var bob = new Visitor(Gateway.Address);
        var page = await FollowAsync(bob, await GoAsync(bob, "/fr/sign-in", "bob"));
        Assert.Contains("Demandez une invitation à votre organisme pivot", page.Html);
        Assert.Contains("Maison de l’Érable", page.Html);
        Assert.Equal(HttpStatusCode.SeeOther, (await bob.Open(You)).Status);
        await Gateway.StopAsync();
        Assert.DoesNotContain("bob@example.org", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(Folder, "people.db"))));
    }

    [Fact]
    public async Task Nobody_is_known_by_an_email_address()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var other = new Visitor(Gateway.Address);
        Assert.Contains("Ask your backbone for an invitation", (await FollowAsync(other, await GoAsync(other, SignIn, "ann"))).Html);
        var invitation = PathOf(await InviteAsync(ann, Maps.Canada, "Member"));
        Assert.Contains("There is an account with this address", (await FollowAsync(other, await GoAsync(other, invitation, "ann"))).Html);
        Assert.Equal(HttpStatusCode.SeeOther, (await other.Open(You)).Status);
    }

    [Fact]
    public async Task Whoever_the_provider_names_already_takes_an_invitation_up_as_the_same_person()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        foreach (var initiative in new[] { Maps.Canada, Maps.Ontario })
        {
            using var bob = new Visitor(Gateway.Address);
            var page = await GoAsync(bob, PathOf(await InviteAsync(ann, initiative, "Staff")), "bob");
            Assert.Equal($"/en/initiatives/{initiative}", page.Leads);
            Assert.Equal(HttpStatusCode.OK, (await bob.Open("/en/initiatives/ca/people")).Status);
        }
    }

    [Fact]
    public async Task An_invitation_is_good_once_and_a_spent_one_is_said_before_anybody_goes_to_the_provider()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        var invitation = PathOf(await InviteAsync(ann, Maps.Canada, "Member"));
        using var bob = new Visitor(Gateway.Address);
        await GoAsync(bob, invitation, "bob");
        using var eve = new Visitor(Gateway.Address);
        var page = await eve.SendFrom(SignIn, invitation.Replace("/join", "/join/provider"));
        Assert.Equal(invitation, page.Leads);
        Assert.Contains("has been used or is too old", (await eve.Open(invitation)).Html);
    }

    [Fact]
    public async Task An_invitation_that_is_taken_up_meanwhile_is_not_good_twice()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        var address = await InviteAsync(ann, Maps.Canada, "Member");
        using var bob = new Visitor(Gateway.Address);
        var there = await SetOutAsync(bob, PathOf(address));
        (await JoinAsync(address, "eve")).Dispose();
        var page = await FollowAsync(bob, await ComeBackAsync(bob, there, "bob"));
        Assert.Contains("has been used or is too old", page.Html);
        Assert.Equal(HttpStatusCode.SeeOther, (await bob.Open(You)).Status);
    }

    [Theory]
    [InlineData("""{"sub": "7", "name": "Bob"}""", "did not say your email address")]
    [InlineData("""{"email": "bob@example.org", "name": "Bob"}""", "did not confirm who you are")]
    [InlineData("""["sub"]""", "did not confirm who you are")]
    public async Task What_the_provider_leaves_out_is_said(string says, string fault)
    {
        provider.Accounts["bob"] = says;
        using var bob = new Visitor(Gateway.Address);
        Assert.Contains(fault, (await FollowAsync(bob, await GoAsync(bob, PathOf(FirstAddress), "bob"))).Html);
    }

    [Fact]
    public async Task A_number_may_be_who_somebody_is_and_an_address_stands_for_a_name_that_is_not_told()
    {
        provider.Accounts["bob"] = """{"sub": 7, "email": "bob@example.org"}""";
        using var bob = new Visitor(Gateway.Address);
        await GoAsync(bob, PathOf(FirstAddress), "bob");
        Assert.Contains("<h1>bob@example.org</h1>", (await bob.Open(You)).Html);
    }

    [Theory]
    [InlineData("Refuse", "You did not agree")]
    [InlineData(nameof(ProviderFailing.Error), "did not confirm who you are")]
    [InlineData(nameof(ProviderFailing.Cut), "did not confirm who you are")]
    [InlineData(nameof(ProviderFailing.Silent), "did not confirm who you are")]
    public async Task Whatever_goes_wrong_at_the_provider_leads_back_and_is_said_and_the_next_attempt_works(string what, string fault)
    {
        using var bob = await ConnectedAsync("bob");
        using var visitor = new Visitor(Gateway.Address);
        provider.Failing = Enum.TryParse<ProviderFailing>(what, out var failing) ? failing : ProviderFailing.No;
        var page = await GoAsync(visitor, "/en/sign-in?then=%2Fen%2Fyou", "bob", refuse: what == "Refuse");
        Assert.StartsWith("/en/sign-in?then=%2Fen%2Fyou&", page.Leads);
        Assert.Contains(fault, (await FollowAsync(visitor, page)).Html);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Open(You)).Status);
        provider.Failing = ProviderFailing.No;
        Assert.Equal(You, (await GoAsync(visitor, page.Leads, "bob")).Leads);
    }

    [Fact]
    public async Task A_return_that_nobody_here_set_out_for_is_refused()
    {
        using var bob = await ConnectedAsync("bob");
        using var visitor = new Visitor(Gateway.Address);
        var lost = await visitor.Open("/signed-in?code=x&state=made-up");
        Assert.Equal("/sign-in?provider=Lost", lost.Leads);
        Assert.Contains("begun in another window", (await FollowAsync(visitor, await FollowAsync(visitor, lost))).Html);
        Assert.Equal("/sign-in?provider=Lost", (await visitor.Open("/signed-in?code=x")).Leads);

        // The way of one browser, gone to its end by another.
        using var setOut = new Visitor(Gateway.Address);
        var there = await setOut.SendAsIs(await SetOutAsync(setOut, SignIn), ("account", "bob"));
        Assert.StartsWith("/en/sign-in?provider=", (await visitor.Open(there.Leads)).Leads);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Open(You)).Status);
    }

    [Fact]
    public async Task A_code_of_another_way_is_refused_for_its_verifier()
    {
        using var bob = await ConnectedAsync("bob");
        using var own = new Visitor(Gateway.Address);
        using var other = new Visitor(Gateway.Address);
        var stolen = Said((await other.SendAsIs(await SetOutAsync(other, SignIn), ("account", "bob"))).Leads, "code");
        var state = Said(await SetOutAsync(own, SignIn), "state");
        var page = await own.Open(QueryHelpers.AddQueryString("/signed-in", new Dictionary<string, string?> { ["code"] = stolen, ["state"] = state }));
        Assert.Equal("/en/sign-in?provider=Failed", page.Leads);
        Assert.Equal(HttpStatusCode.SeeOther, (await own.Open(You)).Status);
    }

    [Fact]
    public async Task Whoever_has_a_password_connects_the_provider_and_lets_go_of_it()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        Assert.DoesNotContain(Disconnect, (await ann.Open(You)).Html);
        Assert.Equal(You, (await GoAsync(ann, You, "bob")).Leads);
        Assert.Contains(Disconnect, (await ann.Open(You)).Html);
        using var visitor = new Visitor(Gateway.Address);
        await GoAsync(visitor, SignIn, "bob");
        Assert.Contains("<h1>ann</h1>", (await visitor.Open(You)).Html);

        await ann.SendFrom(You, "/en/you/provider", ("disconnect", "yes"));
        Assert.DoesNotContain(Disconnect, (await ann.Open(You)).Html);
        using var late = new Visitor(Gateway.Address);
        Assert.Contains("Ask your backbone", (await FollowAsync(late, await GoAsync(late, SignIn, "bob"))).Html);
    }

    [Fact]
    public async Task The_only_way_in_is_not_let_go()
    {
        using var bob = await ConnectedAsync("bob");
        Assert.DoesNotContain(Disconnect, (await bob.Open(You)).Html);
        await bob.SendFrom(You, "/en/you/provider", ("disconnect", "yes"));
        using var visitor = new Visitor(Gateway.Address);
        Assert.Equal(Today, (await GoAsync(visitor, SignIn, "bob")).Leads);
    }

    [Fact]
    public async Task An_account_of_the_provider_is_one_person_s()
    {
        using var bob = await ConnectedAsync("bob");
        using var ann = await JoinAsync((await bob.Send("/en/people", ("invite", "yes"))).Told, "ann");
        Assert.Contains("belongs to another person here", (await FollowAsync(ann, await GoAsync(ann, You, "bob"))).Html);
        Assert.DoesNotContain(Disconnect, (await ann.Open(You)).Html);
    }

    [Fact]
    public async Task What_somebody_set_out_to_connect_is_not_connected_to_another()
    {
        using var bob = await ConnectedAsync("bob");
        using var visitor = await JoinAsync((await bob.Send("/en/people", ("invite", "yes"))).Told, "ann");
        var there = await SetOutAsync(visitor, You);
        var form = await visitor.SendFrom(You, "/en/sign-out");
        Assert.Equal(HttpStatusCode.SeeOther, form.Status);
        Assert.Equal("/en/you?provider=Lost", (await ComeBackAsync(visitor, there, "ann")).Leads);
        using var late = new Visitor(Gateway.Address);
        Assert.Contains("Ask your backbone", (await FollowAsync(late, await GoAsync(late, SignIn, "ann"))).Html);
    }

    [Fact]
    public async Task Wrong_passwords_of_whoever_guesses_do_not_keep_the_person_out()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        await GoAsync(ann, You, "bob");
        using var visitor = new Visitor(Gateway.Address);
        for (var i = 0; i < 5; i++)
            await visitor.Send(SignIn, ("email", "ann@example.org"), ("password", "wrong"));
        Assert.Equal(Today, (await GoAsync(visitor, SignIn, "bob")).Leads);
    }

    [Fact]
    public async Task Forms_lead_to_the_provider_where_people_sign_in_and_nowhere_else()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        var origin = provider.Address.GetLeftPart(UriPartial.Authority);
        foreach (var address in new[] { SignIn, PathOf(await InviteAsync(ann, Maps.Canada, "Member")), You })
            Assert.Contains($"form-action 'self' {origin};", (await ann.Open(address)).Headers);
        foreach (var address in new[] { "/en/", "/en/people", "/en/initiatives/ca/people" })
            Assert.Contains("form-action 'self';", (await ann.Open(address)).Headers);
    }

    [Fact]
    public async Task The_cookie_of_the_way_is_for_the_gateway_alone()
    {
        using var visitor = new Visitor(Gateway.Address);
        var headers = (await visitor.SendFrom(SignIn, "/en/sign-in/provider")).Headers;
        Assert.Matches("nest-provider-[^;]*; expires=[^;]*; path=/signed-in; samesite=lax; httponly", headers);
        Assert.DoesNotContain(SmallProvider.ClientSecret, headers);
    }

    [Fact]
    public async Task Behind_a_proxy_that_ends_TLS_it_leads_back_to_the_address_that_people_see()
    {
        await RestartAsync("--Gateway:Address=https://nest.example.org");
        using var visitor = new Visitor(Gateway.Address, sendsSecure: true);
        var page = await visitor.SendFrom(SignIn, "/en/sign-in/provider");
        Assert.Equal("https://nest.example.org/signed-in", Said(page.Leads, "redirect_uri"));
        Assert.Matches("nest-provider-[^;]*; expires=[^;]*; path=/signed-in; secure; samesite=lax; httponly", page.Headers);
    }

    [Fact]
    public async Task Nothing_leads_there_without_the_page_s_own_form()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        foreach (var address in new[] { "/en/sign-in/provider", "/en/join/provider?code=x", "/en/you/provider" })
            Assert.Equal(HttpStatusCode.BadRequest, (await ann.SendAsIs(address, ("x", "x"))).Status);
    }

    /// <summary>Joins as the first administrator with an account of the provider.</summary>
    private async Task<Visitor> ConnectedAsync(string account)
    {
        var visitor = new Visitor(Gateway.Address);
        Assert.Equal("/en/", (await GoAsync(visitor, PathOf(FirstAddress), account)).Leads);
        return visitor;
    }

    /// <summary>The whole way: from the form of a page to the provider, and to what the gateway answers whoever comes back.</summary>
    private static async Task<Page> GoAsync(Visitor visitor, string from, string account, bool refuse = false) =>
        await ComeBackAsync(visitor, await SetOutAsync(visitor, from), account, refuse);

    private static async Task<string> SetOutAsync(Visitor visitor, string from)
    {
        var action = WebUtility.HtmlDecode(Leading().Match((await visitor.Open(from)).Html).Groups[1].Value);
        var page = await visitor.SendFrom(from, action);
        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        return page.Leads;
    }

    private static async Task<Page> ComeBackAsync(Visitor visitor, string there, string account, bool refuse = false)
    {
        Assert.Contains("Who are you?", (await visitor.Open(there)).Html);
        return await FollowAsync(visitor, await visitor.SendAsIs(there, refuse ? ("refuse", "yes") : ("account", account)));
    }

    private static Task<Page> FollowAsync(Visitor visitor, Page page) => visitor.Open(page.Leads);

    private static string Said(string address, string key) => QueryHelpers.ParseQuery(new Uri(address).Query)[key].ToString();

    [GeneratedRegex("action=\"([^\"]*/provider[^\"]*)\"")]
    private static partial Regex Leading();
}
