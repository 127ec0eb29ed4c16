using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Fakes;

/// <summary>An agenda in force with a clause that one partner adapted and one declined, and an alignment that drifts.</summary>
internal sealed class FakeAgendaService(FakeNest nest) : CommonAgenda.CommonAgendaBase
{
    private static readonly Clause Keep = new()
    {
        Clause_ = "keep",
        Number = "1.1",
        Kind = Clause.Types.Kind.Strategy,
        Text = new Text { En = "Keep <every> home.", Fr = "Garder chaque logement." },
    };

    public override Task<AgendaVersion> GetAgenda(GetAgendaRequest request, ServerCallContext context)
    {
        nest.Answering("GetAgenda");
        return Task.FromResult(new AgendaVersion
        {
            Version = 2,
            Title = new Text { En = "A home that fits", Fr = "Un logement qui convient" },
            Clauses = { Keep },
            Quorum = new Quorum { AnsweredPercent = 60, AgreedPercent = 50 },
            State = AgendaVersion.Types.State.InForce,
            InForce = new InForce { Since = "2026-09-01" },
        });
    }

    public override Task<AgendaStanding> GetStanding(GetStandingRequest request, ServerCallContext context) => Task.FromResult(new AgendaStanding
    {
        Ratifiers = 3,
        Answered = 2,
        Clauses = { new AgendaStanding.Types.ClauseStanding { Clause = "keep", Adapted = 1, Declined = 1, Unanswered = 1 } },
    });

    public override Task<ListRatificationsResponse> ListRatifications(ListRatificationsRequest request, ServerCallContext context) => Task.FromResult(
        new ListRatificationsResponse
        {
            Ratifications =
            {
                Said("tenants", ClauseAnswer.Types.Answer.Adapts, "Keep its rent too.", "A doubled rent is a lost home."),
                Said("owners", ClauseAnswer.Types.Answer.Declines, "", "Some are past repair."),
            },
        });

    public override Task<ListClauseAlignmentsResponse> ListClauseAlignments(ListClauseAlignmentsRequest request, ServerCallContext context) => Task.FromResult(
        new ListClauseAlignmentsResponse
        {
            Alignments =
            {
                new ClauseAlignment
                {
                    Initiative = "ca.on",
                    Clause = "keep",
                    Parent = "ca",
                    ParentClause = "keep",
                    State = ClauseAlignment.Types.State.Drifting,
                    Drift = new ClauseAlignment.Types.Drift { Since = 2, Before = Keep },
                },
            },
        });

    private static Ratification Said(string ratifier, ClauseAnswer.Types.Answer answer, string wording, string reason) => new()
    {
        Ratifier = ratifier,
        Name = new Text { En = ratifier },
        Answers = { new ClauseAnswer { Clause = "keep", Answer = answer, Wording = new Text { En = wording }, Reason = new Text { En = reason } } },
    };
}
