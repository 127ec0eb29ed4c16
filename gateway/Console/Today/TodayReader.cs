using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.People;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Today;

/// <summary>Reads what needs whoever is signed in today, at each initiative where the person has a role.</summary>
internal sealed class TodayReader(NestCalls calls, StaffTodos staff, MeasureTodos measure, AgendaTodos agenda, CallInvoker invoker, TimeProvider time)
{
    private const int MostInitiatives = 8, MostMeetings = 5, MostActions = 20, DaysAhead = 14;

    private readonly V1.Communication.CommunicationClient _communication = new(invoker);

    public static Task<IResult> Show(HttpContext context, TodayReader reader) => PeoplePages.ForSignedIn(context, async edition =>
        new Page<TodayPage>(edition, StatusCodes.Status200OK, ("Model", await reader.Read(edition, context.RequestAborted))));

    private async Task<TodayModel> Read(Edition edition, CancellationToken cancellationToken)
    {
        var caller = edition.Visitor!.Caller;
        var roles = caller.Grants.GroupBy(grant => grant.Initiative)
            .Select(group => (Initiative: group.Key, Role: group.Max(grant => grant.Role), Partner: group.FirstOrDefault(grant => grant.Role == Role.Partner)?.Partner ?? ""))
            .ToList();
        if (roles.Count == 0 && caller.Administrator)
            roles = [.. (await Tops(cancellationToken)).Select(id => (id, Role.Administrator, ""))];
        var found = await Task.WhenAll(roles.Take(MostInitiatives).Select(role => ReadOne(edition, role.Initiative, role.Role, role.Partner, cancellationToken)));
        return new([.. found.OfType<TodayOf>()]);
    }

    private async Task<TodayOf?> ReadOne(Edition edition, string id, Role role, string partner, CancellationToken cancellationToken)
    {
        if (!(await calls.GetInitiative(id, cancellationToken)).Has(out var initiative))
            return null;
        List<Task<IEnumerable<Todo>>> asked = [agenda.Read(edition, id, role, partner, cancellationToken)];
        if (role >= Role.Partner)
            asked.Add(measure.Read(edition, id, cancellationToken));
        if (role >= Role.Staff)
            asked.AddRange(staff.Read(edition, initiative, cancellationToken), Actions(edition, id, cancellationToken));
        var coming = Meetings(edition, id, cancellationToken);
        var waiting = (await Task.WhenAll(asked)).SelectMany(each => each).OrderByDescending(todo => todo.IsLate).ToList();
        return new(initiative, role, waiting, [.. await coming]);
    }

    private async Task<IEnumerable<Todo>> Actions(Edition edition, string id, CancellationToken cancellationToken)
    {
        var until = Today.AddDays(DaysAhead).Written();
        var listed = await calls.Ask(
            _communication.ListActionsAsync,
            new ListActionsRequest { Initiative = id, State = ActionState.Open, DueUntil = until, PageSize = MostActions },
            cancellationToken);
        return (listed.Value?.Actions ?? []).Select(entry => new Todo(
            Localized.Of(entry.Action.What, edition.Language, entry.Action.Action).Value,
            edition.Links.Side(id, Together.Side.Communication),
            edition.Words.DueOn(edition.Dates.Day(entry.Action.Due)),
            entry.State == ActionState.Overdue));
    }

    private async Task<IEnumerable<Todo>> Meetings(Edition edition, string id, CancellationToken cancellationToken)
    {
        var listed = await calls.Ask(
            _communication.ListMeetingsAsync,
            new ListMeetingsRequest { Initiative = id, From = Today.Written(), PageSize = MostMeetings },
            cancellationToken);
        return (listed.Value?.Meetings ?? []).Select(meeting => new Todo(
            Localized.Of(meeting.Name, edition.Language, meeting.Meeting_).Value,
            edition.Links.Side(id, Together.Side.Communication),
            edition.Dates.Moment(meeting.Starts.ToDateTimeOffset())));
    }

    private async Task<IEnumerable<string>> Tops(CancellationToken cancellationToken) =>
        ((await calls.ListInitiatives("", cancellationToken)).Value ?? [])
            .Where(initiative => initiative.Alignments.Count == 0).Select(initiative => initiative.Initiative_);

    private DateOnly Today => time.Today();
}
