using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Partners;
using CollectiveImpact.Console.People;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Meetings;

/// <summary>Calling a meeting, changing what was said when it was called, and writing its minutes.</summary>
internal sealed class MeetingForms(NestCalls calls, MeetingsReader reader, CallInvoker invoker, TimeProvider clock)
{
    private readonly NestCalls _calls = calls;
    private readonly TimeProvider _clock = clock;
    private readonly V1.Communication.CommunicationClient _communication = new(invoker);

    public static Task<IResult> ShowCall(HttpContext context, string id, MeetingForms forms) => PeoplePages.ForStaff(
        context, id, () => forms.Show<CallMeetingPage>(context, id, meeting: null, _ => CalledMeeting.Blank(Zone.Of(context.Request))));

    public static Task<IResult> Call(HttpContext context, string id, MeetingForms forms) => PeoplePages.ForStaff(context, id, async () =>
    {
        var (edition, typed) = (new Edition(context.Request), new TypedForm(await context.Request.ReadFormAsync(context.RequestAborted)));
        var meeting = new Meeting();
        CalledMeeting.Read(typed, meeting, edition);
        Zone.Named(typed["zone"]).Remember(context);
        var saved = typed.Faults.Count > 0 ? null : await forms._calls.SaveNew(
            edition, typed, forms._communication.SaveMeetingAsync, MadeId.Of(meeting.Name, "meeting"), Request, context.RequestAborted);
        return saved is null
            ? await forms.Show<CallMeetingPage>(context, id, meeting: null, _ => typed)
            : new SeeOther(edition.Links.Meeting(id, saved.Meeting_));

        SaveMeetingRequest Request(string made) => new() { Initiative = id, Meeting = new Meeting(meeting) { Meeting_ = made } };
    });

    public static Task<IResult> ShowChange(HttpContext context, string id, string meeting, MeetingForms forms) => PeoplePages.ForStaff(
        context, id, () => forms.Show<CallMeetingPage>(context, id, meeting, stands => CalledMeeting.Show(stands!, Zone.Of(context.Request))));

    public static Task<IResult> Change(HttpContext context, string id, string meeting, MeetingForms forms) => PeoplePages.ForStaff(context, id, async () =>
    {
        var (edition, typed) = (new Edition(context.Request), new TypedForm(await context.Request.ReadFormAsync(context.RequestAborted)));
        Zone.Named(typed["zone"]).Remember(context);
        return await forms.Save(context, edition, id, meeting, typed, stands => CalledMeeting.Read(typed, stands, edition))
            ? new SeeOther(edition.Links.Meeting(id, meeting))
            : await forms.Show<CallMeetingPage>(context, id, meeting, _ => typed);
    });

    public static Task<IResult> ShowMinutes(HttpContext context, string id, string meeting, MeetingForms forms) => PeoplePages.ForStaff(
        context, id, () => forms.Show<MinutesPage>(context, id, meeting, stands => WrittenMinutes.Show(stands!)));

    public static Task<IResult> WriteMinutes(HttpContext context, string id, string meeting, MeetingForms forms) => PeoplePages.ForStaff(context, id, async () =>
    {
        var (edition, typed) = (new Edition(context.Request), new TypedForm(await context.Request.ReadFormAsync(context.RequestAborted)));
        var partners = await forms._calls.ReadPartnerNames(id, context.RequestAborted);
        var today = edition.Zone.Today(forms._clock).Written();
        var isSaved = await forms.Save(context, edition, id, meeting, typed, stands =>
            WrittenMinutes.Read(typed, stands, partners.Known.Select(partner => partner.Partner_), edition.Zone.Day(stands.Starts.ToDateTime()).Written(), today));
        return !isSaved ? await forms.Show<MinutesPage>(context, id, meeting, _ => typed)
            : new SeeOther(typed["do"] == "more" ? edition.Links.WriteMinutes(id, meeting, isSaved: true) : edition.Links.Meeting(id, meeting));
    });

    /// <summary>Writes what was typed into the meeting as it stands, under the revision that was read: where another stands by now, the node refuses.</summary>
    private async Task<bool> Save(HttpContext context, Edition edition, string id, string meeting, TypedForm typed, Action<Meeting> write)
    {
        var found = await reader.Find(id, meeting, context.RequestAborted);
        if (!found.Has(out var stands))
        {
            typed.Refuse(edition.Words.NotSaved(edition.Words.MeetingGone), isStale: false);
            return false;
        }

        write(stands);
        stands.Revision = typed["revision"];
        return typed.Faults.Count == 0 && await _calls.Save(
            edition, typed, _communication.SaveMeetingAsync, new SaveMeetingRequest { Initiative = id, Meeting = stands }, context.RequestAborted) is not null;
    }

    private async Task<IResult> Show<TPage>(HttpContext context, string id, string? meeting, Func<Meeting?, TypedForm> typed)
        where TPage : IComponent
    {
        var edition = new Edition(context.Request);
        if (!InitiativeId.IsOne(id))
            return Pages.NotFound(edition);
        var headed = await _calls.ReadHead(id, [], context.RequestAborted);
        if (!headed.Has(out var head))
            return Pages.Show<TPage, MeetingFormModel>(edition, headed.As<MeetingFormModel>(_ => null!));
        Meeting? stands = null;
        if (meeting is not null)
        {
            var found = await reader.Find(id, meeting, context.RequestAborted);
            if (!found.Has(out stands))
                return Pages.Show<TPage, MeetingFormModel>(edition, found.As<MeetingFormModel>(_ => null!));
        }

        var partners = await _calls.ReadPartnerNames(id, context.RequestAborted);
        var model = new MeetingFormModel(head, stands, partners, typed(stands), context.Request.Query.ContainsKey("saved"));
        return Pages.Show<TPage, MeetingFormModel>(edition, new(Outcome.Given, model, Absence.Unknown));
    }
}
