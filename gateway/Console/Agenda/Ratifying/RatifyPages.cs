using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.People;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Agenda.Ratifying;

/// <summary>A partner answers an agenda that was put forward, clause by clause: by a person of its own, or by the backbone's staff.</summary>
internal sealed class RatifyPages(NestCalls calls, CallInvoker invoker)
{
    private readonly CommonAgenda.CommonAgendaClient _agenda = new(invoker);

    public static Task<IResult> Show(HttpContext context, string id, RatifyPages pages) => pages.ForRatifier(
        context, id, (edition, open) => Task.FromResult(Page(edition, open, answers: null, [])));

    public static Task<IResult> Ratify(HttpContext context, string id, RatifyPages pages) => pages.ForRatifier(context, id, async (edition, open) =>
    {
        if (open.Ratification is not { } ratification)
            return Pages.NotFound(edition);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = open.Version.Clauses.Select(clause => TypedAnswer.Read(form, clause.Clause_)).ToList();
        open = open with { Revision = form["revision"].ToString() };
        var faults = Faults(edition, open.Version, typed);
        if (faults.Count > 0)
            return Page(edition, open, typed, faults);
        var request = new RatifyRequest
        {
            Initiative = id,
            Version = open.Version.Version,
            Ratifier = ratification.Ratifier,
            Answers = { typed.Select(answer => answer.Said(edition, Before(ratification, answer.Clause))).OfType<ClauseAnswer>() },
            Revision = open.Revision,
        };
        var (_, fault) = await pages.Say(request, context.RequestAborted);
        return fault is null
            ? new SeeOther(edition.Links.Ratify(id, open.Version.Version, ratification.Ratifier, isSaved: true))
            : Page(edition, open, typed, [edition.Words.NotSaved(fault)]);
    });

    private Task<IResult> ForRatifier(HttpContext context, string id, Func<Edition, Open, Task<IResult>> answer) => PeoplePages.ForSignedIn(context, async edition =>
    {
        var cancellationToken = context.RequestAborted;
        if (!(await calls.GetInitiative(id, cancellationToken)).Has(out var initiative))
            return Pages.NotFound(edition);
        var number = int.TryParse(context.Request.Query["version"], out var asked) ? asked : 0;
        // What is to be ratified is the version put forward last, which need not be the one in force.
        if (number == 0 && (await calls.Ask(_agenda.GetStandingAsync, new GetStandingRequest { Initiative = id }, cancellationToken)).Has(out var standing))
            number = standing.Version;
        var read = await calls.Ask(_agenda.GetAgendaAsync, new GetAgendaRequest { Initiative = id, Version = number }, cancellationToken);
        if (!read.Has(out var version))
            return Pages.Show<RatifyPage, RatifyModel>(edition, read.As<RatifyModel>(_ => null!));
        var visitor = edition.Visitor!;
        var mine = version.Ratifiers.Where(ratifier => visitor.SpeaksFor(id, ratifier.Partner)).ToList();
        if (mine.Count == 0)
            return Pages.Closed(edition);
        var chosen = mine.Count == 1 ? mine[0].Partner : context.Request.Query["ratifier"].ToString();
        var ratification = mine.Any(ratifier => ratifier.Partner == chosen)
            ? (await calls.Ask(
                _agenda.ListRatificationsAsync,
                new ListRatificationsRequest { Initiative = id, Version = version.Version, Ratifier = chosen },
                cancellationToken)).Value?.Ratifications.FirstOrDefault()
            : null;
        return await answer(edition, new(initiative, version, mine, ratification, ratification?.Revision ?? "", context.Request.Query.ContainsKey("saved")));
    });

    private Task<(Ratification? Response, string? Fault)> Say(RatifyRequest request, CancellationToken cancellationToken) =>
        calls.Say(_agenda.RatifyAsync, request, cancellationToken);

    private static List<string> Faults(Edition edition, AgendaVersion version, List<TypedAnswer> typed)
    {
        var faults = new List<string>();
        foreach (var (clause, answer) in version.Clauses.Zip(typed))
        {
            if (answer is { Answer: ClauseAnswer.Types.Answer.Adapts, Wording: "" })
                faults.Add(edition.Words.WordingMissing(clause.Number));
            if (answer is { Answer: ClauseAnswer.Types.Answer.Adapts or ClauseAnswer.Types.Answer.Declines, Reason: "" })
                faults.Add(edition.Words.ReasonMissing(clause.Number));
        }

        return faults;
    }

    private static ClauseAnswer? Before(Ratification ratification, string clause) => ratification.Answers.FirstOrDefault(each => each.Clause == clause);

    private static IResult Page(Edition edition, Open open, IReadOnlyList<TypedAnswer>? answers, IReadOnlyList<string> faults)
    {
        answers ??= [.. open.Version.Clauses.Select(clause => TypedAnswer.Of(
            clause.Clause_, open.Ratification is { } ratification ? Before(ratification, clause.Clause_) : null, edition.Language))];
        return new Page<RatifyPage>(edition, StatusCodes.Status200OK, ("Model", new RatifyModel(
            open.Initiative, open.Version, open.Ratifiers, open.Ratification, open.Revision, answers.ToDictionary(answer => answer.Clause), open.IsSaved, faults)));
    }

    /// <summary>A version that is open to the visitor's answers.</summary>
    private sealed record Open(
        Initiative Initiative, AgendaVersion Version, IReadOnlyList<Ratifier> Ratifiers, Ratification? Ratification, string Revision, bool IsSaved);
}
