using CollectiveImpact.V1;
using Subject = CollectiveImpact.V1.GetCoverageRequest.Types.Subject;

namespace CollectiveImpact.Benchmarks.Lists;

/// <summary>Every list and map of the nest, with what makes it costly.</summary>
internal static class Questions
{
    private const string Nation = NestSize.Nation;
    private static readonly string Province = NestSize.Province(3), Local = NestSize.Local(3);

    private static readonly (string Who, string Initiative)[] Levels = [("the nation", Nation), ("a province", Province), ("a local", Local)];

    public static IEnumerable<Question> All(Clients to) =>
        [.. OfTheNest(to), .. OfPartners(to), .. OfTheAgenda(to), .. OfActivities(to), .. CommunicationQuestions.All(to, Levels), .. OfProposals(to), .. OfMeasurement(to)];

    private static IEnumerable<Question> OfTheNest(Clients to) =>
    [
        Question.Of("all", to.Nest.ListInitiativesAsync, new ListInitiativesRequest()),
        Question.Of("all, 1,000 a page", to.Nest.ListInitiativesAsync, new ListInitiativesRequest { PageSize = 1000 }),
        Question.LastPageOf("under the nation", to.Nest.ListInitiativesAsync, new ListInitiativesRequest { Under = Nation }),
        Question.Of("provinces under the nation", to.Nest.ListInitiativesAsync, new ListInitiativesRequest { Under = Nation, Level = Level.Provincial }),
        Question.Of("under a province", to.Nest.ListInitiativesAsync, new ListInitiativesRequest { Under = Province }),
        Question.Of("of the nation", to.Nest.ListLinksAsync, new ListLinksRequest { Initiative = Nation }),
        .. Levels.Select(level => Question.Of(level.Who, to.Charter.GetFunctionMapAsync, new GetFunctionMapRequest { Initiative = level.Initiative })),
    ];

    private static IEnumerable<Question> OfPartners(Clients to) =>
    [
        .. Levels.Select(level => Question.Of(level.Who, to.Partners.ListPartnersAsync, new ListPartnersRequest { Initiative = level.Initiative })),
        Question.Of("the nation, 1,000 a page", to.Partners.ListPartnersAsync, new ListPartnersRequest { Initiative = Nation, PageSize = 1000 }),
        Question.Of("the nation, few", to.Partners.ListPartnersAsync, new ListPartnersRequest { Initiative = Nation, Sector = Sector.Health, Ring = Ring.Core }),
        Question.Of("the nation, none", to.Partners.ListPartnersAsync, new ListPartnersRequest { Initiative = Nation, Voice = "nobody" }),
        Question.LastPageOf("the nation", to.Partners.ListPartnersAsync, new ListPartnersRequest { Initiative = Nation }),
        .. Levels.Select(level => Question.Of(level.Who, to.Partners.GetEngagementAsync, new GetEngagementRequest { Initiative = level.Initiative })),
    ];

    private static IEnumerable<Question> OfTheAgenda(Clients to)
    {
        var down = new ListClauseAlignmentsRequest { Initiative = Nation, Side = ListClauseAlignmentsRequest.Types.Side.Downwards };
        return
        [
            .. Levels.Select(level => Question.Of(level.Who, to.Agenda.GetAgendaAsync, new GetAgendaRequest { Initiative = level.Initiative })),
            .. Levels.Select(level => Question.Of(level.Who, to.Agenda.ListVersionsAsync, new ListVersionsRequest { Initiative = level.Initiative })),
            Question.Of("the nation, in force", to.Agenda.ListVersionsAsync, new ListVersionsRequest { Initiative = Nation, State = AgendaVersion.Types.State.InForce }),
            .. Levels.Select(level => Question.Of(level.Who, to.Agenda.GetStandingAsync, new GetStandingRequest { Initiative = level.Initiative })),
            .. Levels.Select(level => Question.Of(level.Who, to.Agenda.ListRatificationsAsync, new ListRatificationsRequest { Initiative = level.Initiative })),
            Question.Of("the nation, to a clause", to.Agenda.ListRatificationsAsync, new ListRatificationsRequest { Initiative = Nation, Clause = Words.Clause(50) }),
            Question.Of("the nation, declined a clause", to.Agenda.ListRatificationsAsync, new ListRatificationsRequest { Initiative = Nation, Clause = Words.Clause(50), Answer = ClauseAnswer.Types.Answer.Declines }),
            Question.Of("the nation, unanswered", to.Agenda.ListRatificationsAsync, new ListRatificationsRequest { Initiative = Nation, Unanswered = true }),
            Question.LastPageOf("the nation", to.Agenda.ListRatificationsAsync, new ListRatificationsRequest { Initiative = Nation }),
            Question.Of("the nation", to.Agenda.CompareVersionsAsync, new CompareVersionsRequest { Initiative = Nation, From = 1, To = 3, Unchanged = true }),
            Question.Of("the nation, below", to.Agenda.ListClauseAlignmentsAsync, down),
            Question.Of("the nation, below, 1,000 a page", to.Agenda.ListClauseAlignmentsAsync, new ListClauseAlignmentsRequest(down) { PageSize = 1000 }),
            Question.LastPageOf("the nation, below", to.Agenda.ListClauseAlignmentsAsync, down),
            Question.Of("the nation, below, drifting", to.Agenda.ListClauseAlignmentsAsync, new ListClauseAlignmentsRequest(down) { State = ClauseAlignment.Types.State.Drifting }),
            Question.LastPageOf("the nation, below, drifting", to.Agenda.ListClauseAlignmentsAsync, new ListClauseAlignmentsRequest(down) { State = ClauseAlignment.Types.State.Drifting }),
            Question.Of("the nation, below, let go", to.Agenda.ListClauseAlignmentsAsync, new ListClauseAlignmentsRequest(down) { State = ClauseAlignment.Types.State.LetGo }),
            Question.Of("the nation, below, of a local", to.Agenda.ListClauseAlignmentsAsync, new ListClauseAlignmentsRequest(down) { With = Local }),
            Question.Of("the nation, below, a clause", to.Agenda.ListClauseAlignmentsAsync, new ListClauseAlignmentsRequest(down) { Clause = Words.Clause(50) }),
            .. Levels.Skip(1).Select(level => Question.Of($"{level.Who}, above", to.Agenda.ListClauseAlignmentsAsync, new ListClauseAlignmentsRequest { Initiative = level.Initiative })),
        ];
    }

    private static IEnumerable<Question> OfActivities(Clients to)
    {
        var below = new ListActivitiesRequest { Initiative = Nation, Below = true };
        return
        [
            .. Levels.Select(level => Question.Of(level.Who, to.Activities.ListActivitiesAsync, new ListActivitiesRequest { Initiative = level.Initiative })),
            Question.Of("below the nation", to.Activities.ListActivitiesAsync, below),
            Question.Of("below the nation, 1,000 a page", to.Activities.ListActivitiesAsync, new ListActivitiesRequest(below) { PageSize = 1000 }),
            Question.LastPageOf("below the nation", to.Activities.ListActivitiesAsync, below),
            Question.Of("below the nation, few", to.Activities.ListActivitiesAsync, new ListActivitiesRequest(below) { Partner = "partner-20", Status = Activity.Types.Status.Stopped }),
            Question.Of("below the nation, a clause", to.Activities.ListActivitiesAsync, new ListActivitiesRequest(below) { Clause = $"{Nation}/{Words.Clause(50)}" }),
            Question.Of("below the nation, three things", to.Activities.ListActivitiesAsync, new ListActivitiesRequest(below) { Partner = "partner-1", Clause = $"{Nation}/{Words.Clause(50)}", Indicator = $"{Nation}/{NationLoad.Indicator(3)}" }),
            Question.Of("below the nation, none", to.Activities.ListActivitiesAsync, new ListActivitiesRequest(below) { From = Words.Day(2000) }),
            Question.Of("below a province", to.Activities.ListActivitiesAsync, new ListActivitiesRequest(below) { Initiative = Province }),
            Question.LastPageOf("below a province", to.Activities.ListActivitiesAsync, new ListActivitiesRequest(below) { Initiative = Province }),
            Question.Of("below a province, none", to.Activities.ListActivitiesAsync, new ListActivitiesRequest(below) { Initiative = Province, From = Words.Day(2000) }),
            Question.Of("below a province, a clause of the nation", to.Activities.ListActivitiesAsync, new ListActivitiesRequest(below) { Initiative = Province, Clause = $"{Nation}/{Words.Clause(50)}" }),
            .. Levels.Select(level => Question.Of(level.Who, to.Activities.ListCommitmentsAsync, new ListCommitmentsRequest { Initiative = level.Initiative })),
            Question.Of("the nation, missed", to.Activities.ListCommitmentsAsync, new ListCommitmentsRequest { Initiative = Nation, Missed = true }),
            Question.Of("the nation, none", to.Activities.ListCommitmentsAsync, new ListCommitmentsRequest { Initiative = Nation, Partner = "nobody" }),
            .. Levels.Select(level => Question.Of(level.Who, to.Activities.GetPlanAsync, new GetPlanRequest { Initiative = level.Initiative })),
            Question.LastPageOf("the nation", to.Activities.GetPlanAsync, new GetPlanRequest { Initiative = Nation }),
            .. Levels.Select(level => Question.Of($"{level.Who}, clauses", to.Activities.GetCoverageAsync, new GetCoverageRequest { Initiative = level.Initiative, By = Subject.Clause })),
            .. Levels.Skip(1).Select(level => Question.Of($"{level.Who}, clauses of the nation", to.Activities.GetCoverageAsync, new GetCoverageRequest { Initiative = level.Initiative, By = Subject.Clause, Agenda = Nation })),
            Question.Of("the nation, clauses, 100 a page", to.Activities.GetCoverageAsync, new GetCoverageRequest { Initiative = Nation, By = Subject.Clause, PageSize = 100 }),
            Question.Of("the nation, clauses, marked", to.Activities.GetCoverageAsync, new GetCoverageRequest { Initiative = Nation, By = Subject.Clause, Marked = true }),
            Question.Of("a province, clauses of the nation, 100 a page", to.Activities.GetCoverageAsync, new GetCoverageRequest { Initiative = Province, By = Subject.Clause, Agenda = Nation, PageSize = 100 }),
            .. Levels.Select(level => Question.Of($"{level.Who}, indicators", to.Activities.GetCoverageAsync, new GetCoverageRequest { Initiative = level.Initiative, By = Subject.Indicator })),
            .. Levels.Select(level => Question.Of(level.Who, to.Activities.ListDuplicatesAsync, new ListDuplicatesRequest { Initiative = level.Initiative })),
            Question.Of("the nation, 1,000 a page", to.Activities.ListDuplicatesAsync, new ListDuplicatesRequest { Initiative = Nation, PageSize = 1000 }),
            Question.LastPageOf("a province", to.Activities.ListDuplicatesAsync, new ListDuplicatesRequest { Initiative = Province }),
            .. Levels.Select(level => Question.Of(level.Who, to.Activities.GetReinforcementAsync, new GetReinforcementRequest { Initiative = level.Initiative })),
            Question.Of("below the nation", to.Activities.GetReinforcementAsync, new GetReinforcementRequest { Initiative = Nation, Below = true }),
            Question.Of("below the nation, broken", to.Activities.GetReinforcementAsync, new GetReinforcementRequest { Initiative = Nation, Below = true, Broken = true }),
            Question.LastPageOf("below the nation", to.Activities.GetReinforcementAsync, new GetReinforcementRequest { Initiative = Nation, Below = true }),
            Question.Of("below a province", to.Activities.GetReinforcementAsync, new GetReinforcementRequest { Initiative = Province, Below = true }),
            Question.Of("below a province, broken", to.Activities.GetReinforcementAsync, new GetReinforcementRequest { Initiative = Province, Below = true, Broken = true }),
            Question.LastPageOf("below a province", to.Activities.GetReinforcementAsync, new GetReinforcementRequest { Initiative = Province, Below = true }),
        ];
    }

    private static IEnumerable<Question> OfProposals(Clients to) =>
    [
        .. Levels.Select(level => Question.Of(level.Who, to.Proposals.ListProposalsAsync, new ListProposalsRequest { Initiative = level.Initiative })),
        Question.Of("the nation, open", to.Proposals.ListProposalsAsync, new ListProposalsRequest { Initiative = Nation, Side = ListProposalsRequest.Types.Side.Received, Open = true }),
        Question.Of("the nation, none", to.Proposals.ListProposalsAsync, new ListProposalsRequest { Initiative = Nation, Function = Function.AdvancePolicy }),
        Question.LastPageOf("the nation", to.Proposals.ListProposalsAsync, new ListProposalsRequest { Initiative = Nation }),
    ];

    private static IEnumerable<Question> OfMeasurement(Clients to) =>
    [
        .. Levels.Select(level => Question.Of(level.Who, to.Measurement.ReconcileAsync, new ReconcileRequest { Initiative = level.Initiative, Indicator = NationLoad.Indicator(0), Period = NationLoad.Period })),
        Question.Of("the nation, 10,000 a page", to.Measurement.ReconcileAsync, new ReconcileRequest { Initiative = Nation, Indicator = NationLoad.Indicator(0), Period = NationLoad.Period, PageSize = 10_000 }),
        Question.LastPageOf("the nation", to.Measurement.ReconcileAsync, new ReconcileRequest { Initiative = Nation, Indicator = NationLoad.Indicator(0), Period = NationLoad.Period }),
        Question.Of("the nation, nothing reported", to.Measurement.ReconcileAsync, new ReconcileRequest { Initiative = Nation, Indicator = NationLoad.Indicator(1), Period = NationLoad.Period }),
        .. Levels.Select(level => Question.Of(level.Who, to.Measurement.ListIndicatorsAsync, new ListIndicatorsRequest { Initiative = level.Initiative })),
        Question.Of("a local", to.Measurement.ListReportsAsync, new ListReportsRequest { Initiative = Local }),
        Question.Of("a local", to.Measurement.ListPublishedAsync, new ListPublishedRequest { Initiative = Local }),
    ];
}
