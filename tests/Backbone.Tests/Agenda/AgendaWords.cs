using CollectiveImpact.Backbone.Tests.Network;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Agenda;

/// <summary>What tests say to a node about agendas.</summary>
internal static class AgendaWords
{
    public const string Canada = "ca", Ontario = "ca.on", Hamilton = "ca.on.hamilton", Toronto = "ca.on.toronto";

    public static Clause Goal(string id, string number, string text) =>
        new() { Clause_ = id, Number = number, Kind = Clause.Types.Kind.Goal, Text = new Text { En = text, Fr = $"{text} (fr)" } };

    public static ClauseAnswer Adopts(string clause) => new() { Clause = clause, Answer = ClauseAnswer.Types.Answer.Adopts };

    public static ClauseAnswer Declines(string clause) =>
        new() { Clause = clause, Answer = ClauseAnswer.Types.Answer.Declines, Reason = new Text { En = "not ours to promise" } };

    public static ClauseAnswer Adapts(string clause, string wording) => new()
    {
        Clause = clause,
        Answer = ClauseAnswer.Types.Answer.Adapts,
        Wording = new Text { En = wording },
        Reason = new Text { Fr = "selon nos moyens" },
    };

    /// <summary>The initiative declares who guides its vision and strategy.</summary>
    public static async Task Guide(this TestNode node, string initiative, string holder, string until = "") => await node.Charter.DeclareAsync(new DeclareRequest
    {
        Initiative = initiative,
        Function = Function.GuideVisionAndStrategy,
        Holders = { holder },
        Until = until,
    });

    public static async Task TakeUp(this TestNode node, string initiative, string holder) => await Until(
        async () => await node.Charter.RespondAsync(new RespondRequest
        {
            Initiative = initiative,
            Function = Function.GuideVisionAndStrategy,
            Responder = holder,
            Answer = RespondRequest.Types.Answer.Accept,
        }),
        _ => true);

    public static async Task<string> Guides(this TestNode node, string initiative) =>
        (await node.Charter.GetFunctionMapAsync(new GetFunctionMapRequest { Initiative = initiative }))
            .Functions.Single(state => state.Function == Function.GuideVisionAndStrategy) is { State: FunctionState.Types.State.Held } held ? held.Writer : "";

    public static async Task AddPartners(this TestNode node, string initiative, params string[] partners)
    {
        foreach (var partner in partners)
        {
            await node.Partners.SavePartnerAsync(new SavePartnerRequest
            {
                Initiative = initiative,
                Partner = new Partner
                {
                    Initiative = initiative,
                    Partner_ = partner,
                    Kind = Partner.Types.Kind.Organisation,
                    Name = new Text { En = partner },
                    Sector = Sector.NotForProfit,
                    Ring = Ring.Core,
                },
            });
        }
    }

    public static SaveAgendaDraftRequest Draft(string initiative, string revision, int answered, int agreed, params Clause[] clauses) => new()
    {
        Initiative = initiative,
        Revision = revision,
        Draft = new AgendaDraft
        {
            Title = new Text { En = "Housing for all", Fr = "Un toit pour tous" },
            Clauses = { clauses },
            Quorum = new Quorum { AnsweredPercent = answered, AgreedPercent = agreed },
        },
    };

    public static async Task<AgendaVersion> PutForward(this TestNode node, string initiative, string revision, params string[] ratifiers) =>
        await node.Agenda.PutForwardAsync(new PutForwardRequest
        {
            Initiative = initiative,
            Revision = revision,
            Ratifiers = { ratifiers.Select(ratifier => new Ratifier { Partner = ratifier, Name = new Text { En = ratifier.ToUpperInvariant() } }) },
        });

    /// <summary>Drafts a version and puts it forward.</summary>
    public static async Task<AgendaVersion> Propose(this TestNode node, string initiative, string[] ratifiers, params Clause[] clauses)
    {
        var known = await node.Revision(initiative);
        var draft = await node.Agenda.SaveDraftAsync(Draft(initiative, known, 100, 50, clauses));
        return await node.PutForward(initiative, draft.Revision, ratifiers);
    }

    public static async Task<Ratification> Ratify(
        this TestNode node, string initiative, int version, string ratifier, string revision, params ClauseAnswer[] answers) =>
        await node.Agenda.RatifyAsync(new RatifyRequest { Initiative = initiative, Version = version, Ratifier = ratifier, Revision = revision, Answers = { answers } });

    /// <summary>Has the only ratifier, whom it registers where needed, adopt a new version whole.</summary>
    public static async Task<AgendaVersion> PutInForce(this TestNode node, string initiative, params Clause[] clauses)
    {
        if ((await node.Partners.ListPartnersAsync(new ListPartnersRequest { Initiative = initiative })).Partners.Count == 0) await node.AddPartners(initiative, "city");
        var version = await node.Propose(initiative, ["city"], clauses);
        await node.Ratify(initiative, version.Version, "city", "", [.. clauses.Select(clause => Adopts(clause.Clause_))]);
        var standing = await node.Get(initiative);
        Assert.Equal((version.Version, AgendaVersion.Types.State.InForce), (standing.Version, standing.State));
        return standing;
    }

    public static async Task<AgendaVersion> Get(this TestNode node, string initiative, int version = 0) =>
        await node.Agenda.GetAgendaAsync(new GetAgendaRequest { Initiative = initiative, Version = version });

    public static async Task<AgendaStanding> Standing(this TestNode node, string initiative, int version = 0) =>
        await node.Agenda.GetStandingAsync(new GetStandingRequest { Initiative = initiative, Version = version });

    public static async Task<ListRatificationsResponse> Ratifications(this TestNode node, ListRatificationsRequest request) =>
        await node.Agenda.ListRatificationsAsync(request);

    public static async Task<ClauseAlignment> AlignClause(
        this TestNode node, string initiative, string clause, string parent, string parentClause, string revision = "") =>
        await node.Agenda.AlignClauseAsync(new AlignClauseRequest
        {
            Initiative = initiative,
            Clause = clause,
            Parent = parent,
            ParentClause = parentClause,
            Why = new Text { En = "one street at a time" },
            Revision = revision,
        });

    public static async Task<IReadOnlyList<ClauseAlignment>> Upwards(this TestNode node, string initiative, ClauseAlignment.Types.State state = default) =>
        (await node.Agenda.ListClauseAlignmentsAsync(new ListClauseAlignmentsRequest { Initiative = initiative, State = state })).Alignments;

    public static async Task<IReadOnlyList<ClauseAlignment>> Downwards(this TestNode node, string initiative, ClauseAlignment.Types.State state = default) =>
        (await node.Agenda.ListClauseAlignmentsAsync(new ListClauseAlignmentsRequest
        {
            Initiative = initiative,
            State = state,
            Side = ListClauseAlignmentsRequest.Types.Side.Downwards,
        })).Alignments;

    private static async Task<string> Revision(this TestNode node, string initiative)
    {
        try
        {
            return (await node.Agenda.GetDraftAsync(new GetAgendaDraftRequest { Initiative = initiative })).Revision;
        }
        catch (Grpc.Core.RpcException exception) when (exception.StatusCode == Grpc.Core.StatusCode.NotFound)
        {
            return "";
        }
    }
}
