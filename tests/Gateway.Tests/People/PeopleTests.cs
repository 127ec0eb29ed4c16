using System.Net;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.Hosting.Callers;
using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>A gateway at which people sign in: who comes in, what they may, and what a node hears of them.</summary>
public sealed class PeopleTests : SignedInGateway
{
    private const string You = "/en/you";

    [Fact]
    public async Task The_address_that_is_printed_makes_the_first_administrator_once()
    {
        var address = FirstAddress;
        using var ann = await JoinAsync(address, "ann");
        Assert.Contains("Administrators", (await ann.Open(You)).Html);

        using var other = new Visitor(Gateway.Address);
        Assert.Contains("has been used or is too old", (await other.Open(PathOf(address))).Html);
        await RestartAsync();
        Assert.False(File.Exists(Path.Combine(Folder, "first-administrator")));
    }

    [Fact]
    public async Task While_nobody_administers_it_each_start_prints_another_address_and_the_former_is_no_longer_good()
    {
        var former = FirstAddress;
        await RestartAsync();
        Assert.NotEqual(PathOf(former), PathOf(FirstAddress));
        using var visitor = new Visitor(Gateway.Address);
        Assert.Contains("has been used or is too old", (await visitor.Open(PathOf(former))).Html);
        (await JoinAsync(FirstAddress, "ann")).Dispose();
    }

    [Theory]
    [InlineData("", "ann@example.org", Password, "Give your name")]
    [InlineData("Ann", "nothing", Password, "Give an email address")]
    [InlineData("Ann", "ann@example.org", "eleven char", "too short")]
    public async Task What_is_missing_is_said_and_what_was_typed_stays(string name, string email, string password, string fault)
    {
        using var visitor = new Visitor(Gateway.Address);
        var page = await visitor.Send(PathOf(FirstAddress), ("name", name), ("email", email), ("password", password));
        Assert.Contains(fault, page.Html);
        Assert.Contains($"value=\"{email}\"", page.Html);
        Assert.DoesNotContain(password, page.Html);
        (await JoinAsync(FirstAddress, "ann")).Dispose();
    }

    [Fact]
    public async Task An_address_with_which_somebody_has_joined_is_not_taken_twice()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var visitor = new Visitor(Gateway.Address);
        var page = await visitor.Send(
            PathOf(await InviteAsync(ann, Maps.Canada, "Member")), ("name", "Ann"), ("email", "ANN@example.org"), ("password", Password));
        Assert.Contains("There is an account with this address", page.Html);
    }

    [Fact]
    public async Task After_five_wrong_passwords_even_the_right_one_has_to_wait()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var visitor = new Visitor(Gateway.Address);
        for (var i = 0; i < 4; i++)
            Assert.Contains("is not right", (await SignInAsync(visitor, "ann", "wrong")).Html);
        Assert.Contains("Try again in five minutes", (await SignInAsync(visitor, "ann", "wrong")).Html);
        Assert.Contains("Try again in five minutes", (await SignInAsync(visitor, "ann", Password)).Html);
    }

    [Fact]
    public async Task Whoever_has_no_account_hears_no_more_than_whoever_gives_a_wrong_password()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var visitor = new Visitor(Gateway.Address);
        var (known, unknown) = (await SignInAsync(visitor, "ann", "wrong"), await SignInAsync(visitor, "nobody", "wrong"));
        Assert.Equal(Faults(known), Faults(unknown));

        static string Faults(Page page) => page.Html[page.Html.IndexOf("class=\"faults\"", StringComparison.Ordinal)..page.Html.IndexOf("</ul>", StringComparison.Ordinal)];
    }

    [Fact]
    public async Task One_address_tries_thirty_times_a_minute()
    {
        using var visitor = new Visitor(Gateway.Address);
        for (var i = 0; i < 30; i++)
            Assert.Equal(HttpStatusCode.OK, (await SignInAsync(visitor, $"nobody{i}", "wrong")).Status);
        var page = await SignInAsync(visitor, "nobody", "wrong");
        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Contains("Retry-After", page.Headers);
    }

    [Fact]
    public async Task A_form_that_is_not_the_gateway_s_own_does_nothing()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        foreach (var (address, fields) in ((string, (string, string)[])[])
            [
                ("/en/sign-in", [("email", "ann@example.org"), ("password", Password)]), ("/en/sign-out", []), (You, [("token", "x")]),
                ("/en/people", [("invite", "yes")]), ("/en/initiatives/ca/people", [("role", "Staff"), ("invite", "yes")]),
                ("/en/initiatives/ca/published", [("part", "Figures")]), (PathOf("http://x/en/join?code=x"), [("name", "Eve")]),
            ])
            Assert.Equal(HttpStatusCode.BadRequest, (await ann.SendAsIs(address, fields)).Status);
        Assert.Equal(HttpStatusCode.OK, (await ann.Open(You)).Status);
    }

    [Theory]
    [InlineData("/fr/initiatives/ca?children=2", "/fr/initiatives/ca?children=2")]
    [InlineData("https://elsewhere.example", "/en/today")]
    [InlineData("//elsewhere.example", "/en/today")]
    [InlineData("/\\elsewhere.example", "/en/today")]
    public async Task Signing_in_leads_back_and_never_elsewhere(string then, string there)
    {
        (await JoinAsync(FirstAddress, "ann")).Dispose();
        using var visitor = new Visitor(Gateway.Address);
        var page = await visitor.Send($"/en/sign-in?then={Uri.EscapeDataString(then)}", ("email", "ann@example.org"), ("password", Password));
        Assert.Equal((HttpStatusCode.SeeOther, there), (page.Status, page.Leads));
    }

    [Fact]
    public async Task A_page_that_needs_it_leads_to_signing_in_and_back()
    {
        using var visitor = new Visitor(Gateway.Address);
        var page = await visitor.Open(You);
        Assert.Equal("/en/sign-in?then=%2Fen%2Fyou&needed=yes", page.Leads);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_it_on_every_device_with_the_next_page()
    {
        using var here = await JoinAsync(FirstAddress, "ann");
        using var there = new Visitor(Gateway.Address);
        await SignInAsync(there, "ann", Password);
        Assert.Equal(HttpStatusCode.OK, (await there.Open(You)).Status);
        var form = await here.Open(You);
        Assert.Contains("everywhere", form.Html);
        await here.Send(You, ("token", "kept"));
        Assert.Equal(HttpStatusCode.SeeOther, (await SendSignOutAsync(here, ("everywhere", "yes"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await here.Open(You)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await there.Open(You)).Status);
    }

    [Fact]
    public async Task Signing_out_ends_it_on_this_device_alone()
    {
        using var here = await JoinAsync(FirstAddress, "ann");
        using var there = new Visitor(Gateway.Address);
        await SignInAsync(there, "ann", Password);
        await SendSignOutAsync(here);
        Assert.Equal(HttpStatusCode.SeeOther, (await here.Open(You)).Status);
        Assert.Equal(HttpStatusCode.OK, (await there.Open(You)).Status);
    }

    [Fact]
    public async Task A_node_hears_of_a_person_s_roles_and_of_nothing_that_a_caller_says_itself()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var bob = await JoinAsync(await InviteAsync(ann, Maps.Canada, "Partner", "ymca"), "bob");
        var token = (await bob.Send(You, ("token", "a program"))).Told;

        Assert.Equal(
            new Caller.Types.Grant { Initiative = Maps.Canada, Role = Role.Partner, Partner = "ymca" }, Assert.Single((await HeardAsync(bearer: token)).Grants));
        Assert.True((await HeardAsync(bearer: (await ann.Send(You, ("token", "another"))).Told)).Administrator);
        Assert.Equal(new Caller(), await HeardAsync());
        Assert.Equal(new Caller(), await HeardAsync(bearer: "made-up"));
        Assert.Equal(new Caller(), await HeardAsync(word: "made-up"));
    }

    [Fact]
    public async Task A_page_is_written_with_what_its_reader_may_read()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        Node.State.Words.Clear();
        await ann.Open("/en/initiatives/ca");
        Assert.All(Node.State.Words, word => Assert.True(Read(word)!.Administrator));
        Node.State.Words.Clear();
        using var anybody = new Visitor(Gateway.Address);
        await anybody.Open("/en/initiatives/ca");
        Assert.All(Node.State.Words, word => Assert.Equal(new Caller(), Read(word)));
    }

    [Fact]
    public async Task A_cookie_is_for_pages_and_not_for_calls()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        Assert.Equal(new Caller(), await HeardAsync(cookies: ann.Cookies.GetCookieHeader(Gateway.Address)));
    }

    [Fact]
    public async Task A_token_that_is_removed_is_nobody_s()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        var token = (await ann.Send(You, ("token", "a program"))).Told;
        Assert.NotEqual("", (await HeardAsync(bearer: token)).Person);
        Assert.DoesNotContain(token, (await ann.Open(You)).Html);
        await ann.Send(You, ("remove", "1"));
        Assert.Equal("", (await HeardAsync(bearer: token)).Person);
    }

    [Fact]
    public async Task Staff_of_one_initiative_invite_and_remove_there_and_nowhere_else()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var bob = await JoinAsync(await InviteAsync(ann, Maps.Canada, "Staff"), "bob");
        using var eve = await JoinAsync(await InviteAsync(bob, Maps.Canada, "Member"), "eve");
        var token = (await eve.Send(You, ("token", "x"))).Told;
        foreach (var (who, page, isOpen) in new[]
            {
                (bob, "/en/initiatives/ca/people", true), (bob, "/en/initiatives/ca/trail", true), (bob, "/en/initiatives/ca.on/people", false),
                (bob, "/en/people", false), (bob, "/en/initiatives/ca.on/published", false), (eve, "/en/initiatives/ca/people", false), (eve, "/en/trail", false),
            })
            Assert.Equal(isOpen ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await who.Open(page)).Status);

        Assert.Single((await HeardAsync(bearer: token)).Grants);
        var id = (await HeardAsync(bearer: token)).Person;
        Assert.Contains("Take all roles of eve here?", (await bob.Open($"/en/initiatives/ca/people?remove={id}")).Html);
        await bob.Send("/en/initiatives/ca/people", ("remove", id));
        Assert.Empty((await HeardAsync(bearer: token)).Grants);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        var id = (await HeardAsync(bearer: (await ann.Send(You, ("token", "x"))).Told)).Person;
        Assert.Contains("last administrator", (await ann.Send("/en/people", ("remove", id))).Html);
        using var bob = await JoinAsync((await ann.Send("/en/people", ("invite", "yes"))).Told, "bob");
        await bob.Send("/en/people", ("remove", id));
        Assert.Equal(HttpStatusCode.Forbidden, (await ann.Open("/en/people")).Status);
    }

    [Fact]
    public async Task Who_changed_what_stands_in_the_trail_of_the_initiative()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        var token = (await ann.Send(You, ("token", "x"))).Told;
        await HeardAsync(bearer: token, method: "SharedMeasurement/Report", body: """{"initiative": "ca", "indicator": "ca/beds", "period": "2021"}""");
        var page = "";
        for (var tries = 0; tries < 100 && !page.Contains("Reported a figure"); tries++)
        {
            await Task.Delay(50);
            page = (await ann.Open("/en/initiatives/ca/trail")).Html;
        }

        Assert.Contains("ann", page);
        Assert.Contains("ca/beds, 2021", page);
        Assert.Contains("A déclaré un chiffre", (await ann.Open("/fr/initiatives/ca/trail")).Html);
        Assert.DoesNotContain("Reported a figure", (await ann.Open("/en/initiatives/ca.on/trail")).Html);
    }

    [Fact]
    public async Task Cookies_are_for_the_gateway_alone_and_by_tls_where_people_come_by_it()
    {
        var page = await SignInAsync(await JoinAsync(FirstAddress, "ann"), "ann", Password);
        Assert.Contains("httponly", page.Headers);
        Assert.Contains("samesite=lax", page.Headers);
        Assert.DoesNotContain("secure", page.Headers);
        await RestartAsync("--Gateway:Address=https://nest.example.org");
        using var visitor = new Visitor(Gateway.Address);
        Assert.Contains("secure", (await visitor.Open("/en/sign-in")).Headers);
    }

    [Fact]
    public async Task No_secret_lies_in_the_folder_for_others_to_read()
    {
        var address = FirstAddress;
        using var ann = await JoinAsync(address, "ann");
        var token = (await ann.Send(You, ("token", "x"))).Told;
        await Gateway.StopAsync();
        foreach (var file in Directory.GetFiles(Folder, "people.db*"))
            foreach (var secret in new[] { Password, token, address[^20..] })
                Assert.DoesNotContain(secret, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Folder, "gateway.key")));
    }

    private static Task<Page> SignInAsync(Visitor visitor, string name, string password) =>
        visitor.Send("/en/sign-in", ("email", $"{name}@example.org"), ("password", password));

    /// <summary>The form stands on a person's own page.</summary>
    private static async Task<Page> SendSignOutAsync(Visitor visitor, params (string Name, string Value)[] fields) =>
        await visitor.SendFrom(You, "/en/sign-out", fields);

    /// <summary>Makes a call in JSON, and returns who the node heard that it was.</summary>
    private async Task<Caller> HeardAsync(
        string? bearer = null, string? word = null, string? cookies = null, string method = "SharedMeasurement/GetSeries", string body = """{"initiative": "ca", "indicator": "x"}""")
    {
        Node.State.Words.Clear();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/collectiveimpact.v1.{method}") { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        if (bearer is not null)
            request.Headers.Authorization = new("Bearer", bearer);
        if (word is not null)
            request.Headers.Add(CallerTokens.Header, word);
        if (cookies is not null)
            request.Headers.Add("Cookie", cookies);
        using var response = await Gateway.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Read(Assert.Single(Node.State.Words))!;
    }

    private Caller? Read(string word)
    {
        using var check = new CallerCheck([File.ReadAllText(Path.Combine(Folder, "gateway.pub")).Trim()], "n", TimeProvider.System);
        return check.Find(word);
    }
}
