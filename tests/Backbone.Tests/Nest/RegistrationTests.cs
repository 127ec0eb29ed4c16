using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Nest;

public sealed class RegistrationTests : IAsyncLifetime
{
    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync();

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task every_node_hears_of_an_initiative()
    {
        await _nest.Local.Register("ca.on.kingston", Level.Local, "ca.on");
        var heard = await Until(async () => await _nest.National.Nest.GetInitiativeAsync(new GetInitiativeRequest { Initiative = "ca.on.kingston" }), _ => true);
        Assert.Equal(_nest.Local.Log.Node.Fingerprint, heard.Node);
    }

    [Fact]
    public async Task saying_the_same_again_changes_nothing()
    {
        var head = _nest.Local.Log.Head;
        Assert.Equal(1, (await _nest.Local.Register("ca.on.hamilton", Level.Local, "ca.on")).Revision);
        Assert.Equal(head, _nest.Local.Log.Head);
    }

    [Fact]
    public async Task names_are_kept_as_people_write_them()
    {
        const string name = "Île-du-Prince-Édouard ‑ ᐃᓄᒃᑎᑐᑦ 🏠 <b>&amp;</b>";
        await _nest.Local.Nest.RegisterInitiativeAsync(new RegisterInitiativeRequest { Initiative = "pe", Level = Level.Local, Name = new Text { Fr = name } });
        Assert.Equal(name, (await _nest.Local.Nest.GetInitiativeAsync(new GetInitiativeRequest { Initiative = "pe" })).Name.Fr);
    }

    [Fact]
    public async Task pages_follow_one_another_without_gap_or_overlap()
    {
        foreach (var i in Enumerable.Range(0, 7)) await _nest.Local.Register($"x{i}", Level.Local);
        List<string> ids = [];
        var token = "";
        do
        {
            var page = await _nest.Local.Nest.ListInitiativesAsync(new ListInitiativesRequest { PageSize = 3, PageToken = token, Level = Level.Local });
            ids.AddRange(page.Initiatives.Select(initiative => initiative.Initiative_));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        Assert.Equal(["ca.on.hamilton", "ca.on.toronto", "ca.ottawa-gatineau", "x0", "x1", "x2", "x3", "x4", "x5", "x6"], ids);
    }

    [Fact]
    public async Task only_what_lies_under_an_initiative_is_listed_when_it_is_asked_for()
    {
        var page = await _nest.Provincial.Nest.ListInitiativesAsync(new ListInitiativesRequest { Under = "ca.qc" });
        var ids = await Until(
            async () => (await _nest.Provincial.Nest.ListInitiativesAsync(new ListInitiativesRequest { Under = "ca.qc" })).Initiatives.Select(each => each.Initiative_).ToList(),
            each => each.Count == 2);
        Assert.Equal(["ca.ottawa-gatineau", "ca.qc"], ids);
        Assert.Empty(page.NextPageToken);
    }

    [Fact]
    public async Task an_initiative_belongs_to_the_node_that_registered_it()
    {
        await using var other = await _nest.StartOtherLocalAsync();
        await Until(async () => await other.Nest.GetInitiativeAsync(new GetInitiativeRequest { Initiative = "ca.on.hamilton" }), _ => true);
        var (code, fault) = await Refusal(() => other.Register("ca.on.hamilton", Level.Local, "ca.on"));
        Assert.Equal((StatusCode.FailedPrecondition, "initiative"), (code, fault.Field));
    }

    [Fact]
    public async Task a_second_local_service_takes_part_and_hears_nothing_of_the_firsts_reports()
    {
        await using var other = await _nest.StartOtherLocalAsync();
        await _nest.Local.Say("ca.on.hamilton", "2021", Figure("1"));
        await other.Register("ca.on.kingston", Level.Local, "ca.on");
        await other.Say("ca.on.kingston", "2021", Figure("2"));
        await Until(() => _nest.National.Value("ca", "2021"), value => value == "3");
        Assert.Null(other.Log.Read(reader => reader.Find(new("ca.on.hamilton", "report", "ca/need/2021/ca.on.hamilton"))));
    }

    [Theory]
    [InlineData("Bad Id", Level.Local, "name", "initiative")]
    [InlineData("ok", Level.Unspecified, "name", "level")]
    [InlineData("ok", Level.Local, "", "name")]
    public async Task a_faulty_registration_is_refused_by_field(string id, Level level, string name, string field)
    {
        var (code, fault) = await Refusal(async () => await _nest.Local.Nest.RegisterInitiativeAsync(
            new RegisterInitiativeRequest { Initiative = id, Level = level, Name = new Text { En = name } }));
        Assert.Equal((StatusCode.InvalidArgument, field), (code, fault.Field));
    }

    [Theory]
    [InlineData("ca.on.toronto", "", "", StatusCode.InvalidArgument, "alignment.parent")]
    [InlineData("nowhere", "", "", StatusCode.NotFound, "alignment.parent")]
    [InlineData("ca.on", "2021-02-30", "", StatusCode.InvalidArgument, "alignment.from")]
    [InlineData("ca.on", "2021-02-01", "2021-01-01", StatusCode.InvalidArgument, "alignment.until")]
    public async Task a_faulty_alignment_is_refused_by_field(string parent, string from, string until, StatusCode status, string field)
    {
        var (code, fault) = await Refusal(async () => await _nest.Local.Nest.AlignAsync(
            new AlignRequest { Initiative = "ca.on.hamilton", Alignment = new Alignment { Parent = parent, From = from, Until = until } }));
        Assert.Equal((status, field), (code, fault.Field));
    }

    [Fact]
    public async Task a_level_is_hosted_by_its_own_service() =>
        Assert.Equal(StatusCode.FailedPrecondition, (await Refusal(() => _nest.Local.Register("x", Level.Provincial))).Code);
}
