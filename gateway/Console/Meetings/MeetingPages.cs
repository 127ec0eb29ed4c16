using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.People;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Meetings;

/// <summary>An initiative's meetings: read by whoever may, and what was taken on ticked off by staff.</summary>
internal sealed class MeetingPages(NestCalls calls, MeetingsReader reader, CallInvoker invoker, TimeProvider clock)
{
    // Somebody else may write the same meeting in between, and ticking off is as right on what stands then.
    private const int Tries = 5;

    private readonly V1.Communication.CommunicationClient _communication = new(invoker);

    public static async Task<IResult> List(HttpContext context, string id, MeetingsReader reader)
    {
        var edition = new Edition(context.Request);
        return InitiativeId.IsOne(id)
            ? Pages.Show<MeetingsPage, MeetingsModel>(
                edition, await reader.Read(id, context.Request.Query["until"].ToString(), context.RequestAborted))
            : Pages.NotFound(edition);
    }

    public static Task<IResult> ChooseZone(HttpContext context, string id) => PeoplePages.ForSignedIn(context, async edition =>
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        Zone.Named(form["zone"].ToString()).Remember(context);
        return new SeeOther(edition.Links.Meetings(id));
    });

    public static async Task<IResult> One(HttpContext context, string id, string meeting, MeetingsReader reader)
    {
        var edition = new Edition(context.Request);
        return InitiativeId.IsOne(id) && InitiativeId.IsOne(meeting)
            ? Pages.Show<MeetingPage, MeetingModel>(edition, await reader.ReadOne(id, meeting, [], context.RequestAborted))
            : Pages.NotFound(edition);
    }

    public static Task<IResult> Change(HttpContext context, string id, string meeting, MeetingPages pages) => PeoplePages.ForStaff(context, id, async () =>
    {
        var (edition, form) = (new Edition(context.Request), await context.Request.ReadFormAsync(context.RequestAborted));
        var fault = form["do"].ToString() switch
        {
            "remove" => await pages.Remove(edition, id, meeting, form["revision"].ToString(), context.RequestAborted),
            "done" => await pages.Tick(edition, id, meeting, form["action"].ToString(), isDone: true, context.RequestAborted),
            _ => await pages.Tick(edition, id, meeting, form["action"].ToString(), isDone: false, context.RequestAborted),
        };
        return fault is not null
            ? Pages.Show<MeetingPage, MeetingModel>(edition, await pages.ReadAgain(context, id, meeting, fault))
            : new SeeOther(form["do"] == "remove" ? edition.Links.Meetings(id) : edition.Links.Meeting(id, meeting) + "#taken");
    });

    private Task<Answer<MeetingModel>> ReadAgain(HttpContext context, string id, string meeting, string fault) =>
        reader.ReadOne(id, meeting, [fault], context.RequestAborted);

    private async Task<string?> Remove(Edition edition, string id, string meeting, string revision, CancellationToken cancellationToken)
    {
        var (_, refusal) = await calls.Attempt(
            _communication.RemoveMeetingAsync, new RemoveMeetingRequest { Initiative = id, Meeting = meeting, Revision = revision }, cancellationToken);
        return refusal is null ? null : refusal.IsStale ? edition.Words.OvertakenMeanwhile : edition.Words.NotSaved(refusal.Message);
    }

    private async Task<string?> Tick(Edition edition, string id, string meeting, string action, bool isDone, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            if (!(await reader.Find(id, meeting, cancellationToken)).Has(out var stands)
                || stands.Actions.FirstOrDefault(each => each.Action == action) is not { } ticked)
                return edition.Words.ActionGone;
            ticked.Done = isDone ? edition.Zone.Today(clock).Written() : "";
            var (_, refusal) = await calls.Attempt(
                _communication.SaveMeetingAsync, new SaveMeetingRequest { Initiative = id, Meeting = stands }, cancellationToken);
            if (refusal is null)
                return null;
            if (!refusal.IsStale || tries == Tries)
                return refusal.IsStale ? edition.Words.OvertakenMeanwhile : edition.Words.NotSaved(refusal.Message);
        }
    }
}
