using System.Security.Cryptography;
using CollectiveImpact.Backbone.Tests.Network;
using CollectiveImpact.Hosting.Contract;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Access.GuardedNode;

namespace CollectiveImpact.Backbone.Tests.Access;

/// <summary>A node that answers by a gateway: what is not granted is refused, of every method of the contract.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private GuardedNode _node = null!;

    /// <summary>Every caller, and the methods that it may call about <see cref="Own"/>.</summary>
    private static readonly (string Words, Caller Caller, Func<ContractMethod, bool> May)[] Callers =
    [
        ("nobody", new Caller(), method => Needed(method) == Role.Public),
        ("a member", As(Own, Role.Member), method => Needed(method) <= Role.Member),
        ("a partner", As(Own, Role.Partner, "ymca"), method => Needed(method) <= Role.Partner),
        ("staff", As(Own, Role.Staff), method => Needed(method) <= Role.Staff),
        ("an administrator", Administrator, _ => true),
        ("a member of the province", As(Above, Role.Member), IsForNeighbours),
        ("staff of the province", As(Above, Role.Staff), IsForNeighbours),
        ("a member of another initiative", As(Foreign, Role.Member), method => Needed(method) == Role.Public),
        ("a partner of another initiative", As(Foreign, Role.Partner, "ymca"), method => Needed(method) == Role.Public),
        ("staff of another initiative", As(Foreign, Role.Staff), method => Needed(method) == Role.Public),
    ];

    public async Task InitializeAsync() => _node = await GuardedNode.StartAsync();

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task every_method_is_for_whom_the_contract_says_and_for_nobody_else()
    {
        List<string> wrong = [];
        foreach (var method in Methods)
            foreach (var (words, caller, may) in Callers)
            {
                var status = await _node.CallAsync(method, About(method, Own), _node.Headers(caller));
                var refusal = caller.Person.Length == 0 ? StatusCode.Unauthenticated : StatusCode.PermissionDenied;
                if (may(method) != (status is not (StatusCode.Unauthenticated or StatusCode.PermissionDenied)) || (!may(method) && status != refusal))
                    wrong.Add($"{method.Path} by {words}: {status}");
            }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task every_method_is_refused_to_who_does_not_come_by_the_gateway()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var tokens = new (string Words, Metadata? Headers)[]
        {
            ("nothing", null),
            ("a word that is none", With("administrator")),
            ("a word by another key", With(_node.Token(Administrator, key: other))),
            ("a word to another node", With(_node.Token(Administrator, node: "another"))),
            ("a word of this morning", With(_node.Token(Administrator, time: new Earlier()))),
        };
        List<string> taken = [];
        foreach (var method in Methods)
            foreach (var (words, headers) in tokens)
                if (await _node.CallAsync(method, About(method, Own), headers) is not StatusCode.Unauthenticated and var status)
                    taken.Add($"{method.Path} with {words}: {status}");
        Assert.Empty(taken);
    }

    [Fact]
    public async Task a_gateway_that_does_not_know_the_node_yet_hears_what_everybody_may()
    {
        var headers = With(_node.Token(Administrator, node: ""));
        Assert.Equal(StatusCode.OK, await _node.CallAsync(Method("Charter/WatchFunctionMap"), About(Method("Charter/WatchFunctionMap"), Own), headers));
        Assert.Equal(StatusCode.Unauthenticated, await _node.CallAsync(Method("Partners/ListPartners"), About(Method("Partners/ListPartners"), Own), headers));
    }

    [Fact]
    public async Task a_partner_reports_for_itself_and_for_nobody_else()
    {
        var caller = _node.Headers(As(Own, Role.Partner, "ymca"));
        foreach (var (reporter, isRefused) in ((string, bool)[])[("ymca", false), ("", true), ("another", true)])
        {
            var report = (ReportRequest)About(Method("SharedMeasurement/Report"), Own);
            report.Reporter = reporter;
            Assert.Equal(isRefused, await _node.CallAsync(Method("SharedMeasurement/Report"), report, caller) == StatusCode.PermissionDenied);
        }
    }

    [Fact]
    public async Task a_partner_leads_its_own_activities_and_does_not_take_over_another_s()
    {
        var save = Method("Activities/SaveActivity");
        var (staff, ymca) = (_node.Headers(As(Own, Role.Staff)), _node.Headers(As(Own, Role.Partner, "ymca")));
        foreach (var partner in (string[])["ymca", "school"])
            Assert.Equal(StatusCode.OK, await _node.CallAsync(
                Method("Partners/SavePartner"), new SavePartnerRequest { Initiative = Own, Partner = new Partner { Partner_ = partner, Name = new Text { En = partner }, Kind = Partner.Types.Kind.Organisation, Sector = Sector.Schools, Ring = Ring.Core, Sharing = Sharing.Shared } }, staff));
        Assert.Equal(StatusCode.OK, await _node.CallAsync(save, Led("books", "school"), staff));
        Assert.Equal(StatusCode.PermissionDenied, await _node.CallAsync(save, Led("clubs", "school"), ymca));
        Assert.Equal(StatusCode.PermissionDenied, await _node.CallAsync(save, Led("books", "ymca"), ymca));
        Assert.Equal(StatusCode.OK, await _node.CallAsync(save, Led("clubs", "ymca"), ymca));

        static SaveActivityRequest Led(string activity, string partner) => new()
        {
            Initiative = Own,
            Activity = new Activity { Activity_ = activity, Name = new Text { En = activity }, Lead = partner, Status = Activity.Types.Status.Planned },
        };
    }

    [Fact]
    public async Task a_partner_ratifies_for_itself_alone()
    {
        var ymca = _node.Headers(As(Own, Role.Partner, "ymca"));
        foreach (var (ratifier, isRefused) in ((string, bool)[])[("ymca", false), ("school", true), ("", true)])
            Assert.Equal(isRefused, await _node.CallAsync(
                Method("CommonAgenda/Ratify"), new RatifyRequest { Initiative = Own, Version = 1, Ratifier = ratifier }, ymca) == StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task a_function_is_for_the_staff_of_its_holder_whosever_it_is()
    {
        var save = Method("PublicWill/SaveCampaign");
        var (staff, province) = (_node.Headers(As(Own, Role.Staff)), _node.Headers(As(Above, Role.Staff)));
        await _node.HandOverAsync(Function.BuildPublicWill, Above);
        Assert.Equal(StatusCode.PermissionDenied, await _node.CallAsync(save, About(save, Own), staff));
        // It may, and is told where: at the province's own node. It reads what it works on too.
        Assert.Equal(StatusCode.FailedPrecondition, await _node.CallAsync(save, Campaign(), province));
        Assert.Equal(StatusCode.OK, await _node.CallAsync(Method("PublicWill/ListCampaigns"), About(Method("PublicWill/ListCampaigns"), Own), province));

        static SaveCampaignRequest Campaign() => new() { Initiative = Own, Campaign = new Campaign { Campaign_ = "homes", Name = new Text { En = "Homes" } } };
    }

    [Fact]
    public async Task somebody_with_a_role_at_hundreds_of_initiatives_comes_in_with_all_of_them()
    {
        var caller = As(Own, Role.Member);
        caller.Grants.Add(Enumerable.Range(0, 1000).Select(i => new Caller.Types.Grant { Initiative = $"us.california.some-county-{i}", Role = Role.Staff }));
        Assert.Equal(StatusCode.OK, await _node.CallAsync(Method("Partners/ListPartners"), About(Method("Partners/ListPartners"), Own), _node.Headers(caller)));
    }

    [Fact]
    public async Task each_item_of_an_import_is_looked_at()
    {
        var import = (ImportRequest)About(Method("SharedMeasurement/Import"), Own);
        import.Report = new ReportRequest { Initiative = Foreign, Indicator = "need", Period = "2021", Observations = { Words.Figure("1") } };
        Assert.Equal(StatusCode.PermissionDenied, await _node.CallAsync(Method("SharedMeasurement/Import"), import, _node.Headers(As(Own, Role.Staff))));
    }

    [Fact]
    public async Task what_is_published_everybody_reads_and_nothing_else_until_it_is_taken_back()
    {
        var anybody = _node.Headers(new Caller());
        var publish = Method("Publishing/Publish");
        foreach (var part in Enum.GetValues<PublishedPart>())
        {
            PublishedPart[] parts = part == PublishedPart.Unspecified ? [] : [part];
            Assert.Equal(StatusCode.OK, await _node.CallAsync(publish, new PublishRequest { Initiative = Own, Parts = { parts } }, _node.Headers(As(Own, Role.Staff))));
            List<string> wrong = [];
            foreach (var method in Methods.Where(method => Needed(method) != Role.Public))
            {
                var isOpen = await _node.CallAsync(method, About(method, Own), anybody) != StatusCode.Unauthenticated;
                if (isOpen != (part != PublishedPart.Unspecified && method.Access.Published == part)) wrong.Add($"{method.Path} with {part}");
                if (await _node.CallAsync(method, About(method, Foreign), anybody) != StatusCode.Unauthenticated) wrong.Add($"{method.Path} of another initiative with {part}");
            }

            Assert.Empty(wrong);
        }
    }

    [Fact]
    public async Task a_part_that_is_none_or_named_twice_is_not_published()
    {
        var staff = _node.Headers(As(Own, Role.Staff));
        foreach (var parts in (PublishedPart[][])[[PublishedPart.Unspecified], [(PublishedPart)99], [PublishedPart.Agenda, PublishedPart.Agenda]])
            Assert.Equal(StatusCode.InvalidArgument, await _node.CallAsync(Method("Publishing/Publish"), new PublishRequest { Initiative = Own, Parts = { parts } }, staff));
    }

    /// <summary>The least role, as the contract's comments say it: members read, staff write, unless an option says otherwise.</summary>
    private static Role Needed(ContractMethod method) => method.Path.Split('.')[^1] switch
    {
        "Nest/GetInitiative" or "Nest/ListInitiatives" or "Charter/GetFunctionMap" or "Charter/WatchFunctionMap" or "Charter/ListHoldings" or "History/GetHistory"
            or "History/ListSuccessions" or "Flight/GetNestMap" or "BackboneSupport/ListEffectivenessIndicators" or "Publishing/GetPublication" => Role.Public,
        "ExchangeHealth/ListRefusedDocuments" => Role.Staff,
        _ => method.IsReadOnly ? Role.Member : Role.Staff,
    };

    /// <summary>Figures, what they consist of, and agendas: those above and below read them, published or not.</summary>
    private static bool IsForNeighbours(ContractMethod method) => Needed(method) == Role.Public || method.Path.Split('.')[^1] is
        "SharedMeasurement/ListIndicators" or "SharedMeasurement/GetSeries" or "SharedMeasurement/WatchSeries" or "SharedMeasurement/GetRestatedSeries"
        or "SharedMeasurement/ListPublished" or "SharedMeasurement/Reconcile" or "SharedMeasurement/ListReports" or "SharedMeasurement/ExplainRestatement"
        or "Learning/GetCurve" or "Learning/ListCurveStories" or "Learning/ListCrosswalks" or "Learning/GetFigureChange"
        or "CommonAgenda/GetAgenda" or "CommonAgenda/ListVersions" or "CommonAgenda/CompareVersions";

    private static ContractMethod Method(string name) => Methods.Single(method => method.Path == $"/collectiveimpact.v1.{name}");

    private sealed class Earlier : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow - TimeSpan.FromHours(6);
    }
}
