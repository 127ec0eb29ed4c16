using System.Net;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>Calling a meeting and writing its minutes by forms.</summary>
public sealed class MeetingFormTests : SignedInGateway
{
    private const string Call = "/initiatives/ca/call-meeting";
    private const string Table = "/initiatives/ca/meetings/table";

    private readonly List<Meeting> saved = [];

    private readonly Meeting stands = new()
    {
        Meeting_ = "table",
        Name = new Text { En = "Table", Fr = "La table" },
        Starts = At(2026, 9, 3, 14),
        Agenda = { new Text { En = "Budget", Fr = "Le budget" } },
        Attendees = { "ymca", "city" },
        Minutes = new Text { Fr = "Nous avons parlé." },
        Decisions = { new Decision { Decision_ = "offer", Text = new Text { En = "Offer", Fr = "Offrir" }, Day = "2026-09-03", About = { "clause ca/keep" } } },
        Actions = { new MeetingAction { Action = "sign", What = new Text { En = "Sign" }, Done = "2026-09-04" } },
        Sharing = Sharing.Shared,
        Revision = "1.2",
    };

    [Theory]
    [InlineData("en", "America/Toronto", "2026-12-03", "19:00", 4, 0)]
    [InlineData("fr", "America/St_Johns", "2026-07-03", "10:30", 3, 13)]
    [InlineData("fr", "UTC", "2026-07-03", "10:30", 3, 10)]
    public async Task Staff_calls_a_meeting_by_its_own_clocks(string language, string zone, string day, string time, int dayOfMonth, int hour)
    {
        using var bob = await StaffAsync();
        var page = await bob.Send(
            $"/{language}{Call}", ($"name.{language}", "Été"), ("day", day), ("time", time), ("zone", zone), ("minutes", "90"),
            ($"agenda.{language}", "One\r\n\r\nTwo"), ("invited", "ymca"), ("sharing", "Shared"), ("do", "save"));
        Assert.Equal((HttpStatusCode.SeeOther, $"/{language}/initiatives/ca/meetings/ete"), (page.Status, page.Leads));
        var meeting = Assert.Single(saved);
        Assert.Equal((dayOfMonth, hour), (meeting.Starts.ToDateTime().Day, meeting.Starts.ToDateTime().Hour));
        Assert.Equal(("ete", 90, Sharing.Shared, ""), (meeting.Meeting_, meeting.MinutesLong, meeting.Sharing, meeting.Revision));
        Assert.Equal(["One", "Two"], meeting.Agenda.Select(item => language == "en" ? item.En : item.Fr));
        Assert.Equal(["ymca"], meeting.Attendees);
    }

    [Fact]
    public async Task A_name_that_is_taken_gets_another_id()
    {
        using var bob = await StaffAsync();
        Node.State.Answers.On<SaveMeetingRequest, Meeting>(request => request.Meeting.Meeting_ == "table"
            ? throw new RpcException(new Status(StatusCode.Aborted, "revision: is empty"))
            : request.Meeting);
        var page = await bob.Send("/en" + Call, ("name.en", "Table"), ("day", "2026-12-03"), ("time", "19:00"), ("sharing", "Kept"));
        Assert.Equal("/en/initiatives/ca/meetings/table-2", page.Leads);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_what_was_typed_stays()
    {
        using var bob = await StaffAsync();
        var page = await bob.Send("/fr" + Call, ("name.en", ""), ("day", "demain"), ("place.fr", "Salle <B>"), ("invited", "ymca"), ("sharing", "Kept"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("choisissez un jour, comme", page.Html);
        Assert.Contains("Salle &lt;B&gt;</textarea>", page.Html);
        Assert.Contains("id=\"name-fr\" name=\"name.fr\" maxlength=\"200\" value=\"\" autocomplete=\"off\" aria-invalid=\"true\" aria-describedby=\"faults\"", page.Html);
        Assert.Matches("value=\"ymca\" checked", page.Html);
        Assert.Empty(saved);
    }

    [Fact]
    public async Task Changing_when_it_is_keeps_the_minutes_and_the_other_language()
    {
        using var bob = await StaffAsync();
        var form = await bob.Open($"/fr{Table}/change");
        Assert.Contains("value=\"La table\"", form.Html);
        Assert.Contains("value=\"Table\"", form.Html);
        await bob.Send(
            $"/fr{Table}/change", ("revision", "1.2"), ("name.fr", "La table ronde"), ("name.en", "Table"), ("day", "2026-09-04"), ("time", "15:00"),
            ("agenda.en", "Budget"), ("agenda.fr", "Le budget"), ("invited", "city"), ("sharing", "Shared"));
        var meeting = Assert.Single(saved);
        Assert.Equal(new Text { En = "Table", Fr = "La table ronde" }, meeting.Name);
        Assert.Equal((stands.Minutes, At(2026, 9, 4, 15), "1.2"), (meeting.Minutes, meeting.Starts, meeting.Revision));
        Assert.Equal((stands.Agenda, stands.Decisions, stands.Actions), (meeting.Agenda, meeting.Decisions, meeting.Actions));
    }

    [Fact]
    public async Task Minutes_change_add_and_take_out_what_was_decided_and_taken_on()
    {
        using var bob = await StaffAsync();
        stands.Decisions.Add(new Decision { Decision_ = "wrong", Text = new Text { En = "Wrong" } });
        var page = await bob.Send(
            $"/en{Table}/minutes", ("revision", "1.2"), ("at.ymca", "away"), ("at.city", "there"), ("at.school", "there"),
            ("minutes.en", "We spoke."), ("minutes.fr", "Nous avons parlé."),
            ("decision.id", "offer"), ("decision.text.en", "Offer twice"), ("decision.text.fr", "Offrir"), ("decision.day", "2026-09-03"),
            ("decision.id", "wrong"), ("decision.text.en", "Wrong"), ("decision.text.fr", ""), ("decision.day", ""), ("decision.remove", "wrong"),
            ("decision.id", ""), ("decision.text.en", "Offer"), ("decision.text.fr", ""), ("decision.day", ""),
            ("decision.id", ""), ("decision.text.en", ""), ("decision.text.fr", ""), ("decision.day", ""),
            ("action.id", "sign"), ("action.what.en", "Sign"), ("action.what.fr", ""), ("action.owner", "ymca"), ("action.due", "2026-10-01"),
            ("action.id", ""), ("action.what.en", "Tell"), ("action.what.fr", "Dire"), ("action.owner", ""), ("action.due", ""), ("do", "more"));
        Assert.Equal($"/en{Table}/minutes?saved=yes", page.Leads);
        var meeting = Assert.Single(saved);
        Assert.Equal(["city", "school"], meeting.Attendees);
        Assert.Equal(["ymca"], meeting.Absent);
        Assert.Equal(new Text { En = "We spoke.", Fr = "Nous avons parlé." }, meeting.Minutes);
        Assert.Equal(["offer: Offer twice / Offrir", "offer-2: Offer / "], meeting.Decisions.Select(each => $"{each.Decision_}: {each.Text.En} / {each.Text.Fr}"));
        Assert.Equal(["clause ca/keep"], meeting.Decisions[0].About);
        Assert.Equal(["sign ymca 2026-10-01 ", "tell   "], meeting.Actions.Select(each => $"{each.Action} {each.Owner} {each.Due} {each.Done}"));
        Assert.Equal((stands.Name, stands.Agenda), (meeting.Name, meeting.Agenda));
    }

    [Fact]
    public async Task What_was_decided_in_the_evening_was_decided_on_that_day_and_not_on_the_next_of_universal_time()
    {
        using var bob = await StaffAsync();
        stands.Starts = At(2026, 9, 4, 1);
        await bob.Send("/en/initiatives/ca/meetings", ("zone", "America/Toronto"));
        await bob.Send($"/en{Table}/minutes", ("revision", "1.2"), ("decision.id", ""), ("decision.text.en", "Offer"), ("decision.day", ""));
        Assert.Equal("2026-09-03", Assert.Single(saved).Decisions[^1].Day);
    }

    [Fact]
    public async Task Who_was_overtaken_sees_it_keeps_what_was_typed_and_may_still_save()
    {
        using var bob = await StaffAsync();
        Node.State.Answers.On<SaveMeetingRequest, Meeting>(request => request.Meeting.Revision == "1.2" ? request.Meeting : throw new RpcException(new Status(StatusCode.Aborted, "revision: 1.1")));
        var page = await bob.Send($"/en{Table}/minutes", ("revision", "1.1"), ("minutes.en", "Mine"), ("minutes.fr", ""));
        Assert.Contains("Somebody else has changed this meanwhile", page.Html);
        Assert.Contains(">Mine</textarea>", page.Html);
        Assert.Contains("Put mine in its place", page.Html);
        Assert.Contains("name=\"revision\" value=\"1.2\"", page.Html);
    }

    [Theory]
    [InlineData("done", "2026-09-10", true)]
    [InlineData("open", "2026-09-10", false)]
    public async Task An_action_is_ticked_off_and_back(string what, string due, bool isDone)
    {
        using var bob = await StaffAsync();
        stands.Actions[0].Due = due;
        var page = await bob.Send("/en" + Table, ("action", "sign"), ("do", what));
        Assert.Equal($"/en{Table}#taken", page.Leads);
        Assert.Equal(isDone, Assert.Single(saved).Actions[0].Done.Length > 0);
        Assert.Contains("no longer on the list", (await bob.Send("/en" + Table, ("action", "gone"), ("do", what))).Html);
    }

    [Fact]
    public async Task A_meeting_is_taken_out()
    {
        RemoveMeetingRequest? said = null;
        using var bob = await StaffAsync();
        Node.State.Answers.On<RemoveMeetingRequest, RemoveMeetingResponse>(request =>
        {
            said = request;
            return new RemoveMeetingResponse();
        });
        Assert.Equal("/en/initiatives/ca/meetings", (await bob.Send("/en" + Table, ("do", "remove"), ("revision", "1.2"))).Leads);
        Assert.Equal(("table", "1.2"), (said!.Meeting, said.Revision));
    }

    [Fact]
    public async Task Who_only_reads_sees_no_form_and_sends_none()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var eve = await JoinAsync(await InviteAsync(ann, Maps.Canada, "Member"), "eve");
        Node.State.Answers.On<GetMeetingRequest, Meeting>(_ => stands);
        var page = await eve.Open("/en" + Table);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("<form", page.Html);
        Assert.Equal(HttpStatusCode.Forbidden, (await eve.Open("/en" + Call)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await eve.SendFrom("/en/initiatives/ca/meetings", "/en" + Call, ("name.en", "Mine"))).Status);
        Assert.Equal("/en/initiatives/ca/meetings", (await eve.Send("/en/initiatives/ca/meetings", ("zone", "America/Toronto"))).Leads);
        Assert.Contains("10:00 (Eastern time)", (await eve.Open("/en" + Table)).Html);
    }

    private static Timestamp At(int year, int month, int day, int hour) => Timestamp.FromDateTime(new DateTime(year, month, day, hour, 0, 0, DateTimeKind.Utc));

    private async Task<Visitor> StaffAsync()
    {
        Node.State.Answers.On<GetMeetingRequest, Meeting>(_ => stands.Clone());
        Node.State.Answers.On<SaveMeetingRequest, Meeting>(request =>
        {
            saved.Add(request.Meeting);
            return request.Meeting;
        });
        Node.State.Answers.On<ListPartnersRequest, ListPartnersResponse>(_ => new ListPartnersResponse
        {
            Partners = { new Partner { Partner_ = "ymca", Name = new Text { En = "YMCA" } }, new Partner { Partner_ = "city" }, new Partner { Partner_ = "school", Sharing = Sharing.Kept } },
        });
        using var ann = await JoinAsync(FirstAddress, "ann");
        return await JoinAsync(await InviteAsync(ann, Maps.Canada, "Staff"), "bob");
    }
}
