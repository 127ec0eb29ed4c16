using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Partners;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Activities.Planning;

/// <summary>Adding an activity and changing it.</summary>
internal sealed class ActivityForms(NestCalls calls, CallInvoker invoker)
{
    private const int Most = 1_000;
    private const int ClausesOfAgenda = 100;
    private const int IndicatorsInList = 200;

    private readonly NestCalls _calls = calls;
    private readonly V1.Activities.ActivitiesClient _activities = new(invoker);

    public static Task<IResult> Activity(HttpContext context, string id, ActivityForms forms) => FormRequest.ForSignedIn(context, forms._calls, id, async request =>
    {
        var (edition, words, key) = (request.Edition, request.Edition.Words, context.Request.Query["activity"].ToString());
        var rights = await ActivityRights.Of(forms._calls, edition, id, request.Cancelled);
        if (!rights.Any)
            return Pages.Closed(edition);
        var stands = key.Length == 0
            ? new Activity { Status = V1.Activity.Types.Status.Planned, Sharing = Sharing.Kept, Lead = rights.All ? "" : rights.Own[0] }
            : (await forms._calls.Ask(forms._activities.GetActivityAsync, new GetActivityRequest { Initiative = id, Activity = key }, request.Cancelled)).Value;
        if (stands is null)
            return Pages.NotFound(edition);
        if (!rights.Covers(stands))
            return Pages.Closed(edition);
        var typed = request.Sent ?? Typed(stands);
        var back = edition.Links.Side(id, Side.Activities);
        if (request.Do is "remove" && rights.All && await forms._calls.Save(
            edition, typed, forms._activities.RemoveActivityAsync,
            new RemoveActivityRequest { Initiative = id, Activity = key, Revision = typed["revision"] }, request.Cancelled) is not null)
            return new SeeOther(back);
        if (request.Do is "save" && typed.IsGiven(edition, "name", words.Name))
        {
            var activity = Read(typed, stands);
            var saved = key.Length > 0
                ? await forms._calls.Save(edition, typed, forms._activities.SaveActivityAsync, Request(key), request.Cancelled)
                : await forms._calls.SaveNew(edition, typed, forms._activities.SaveActivityAsync, MadeId.Of(activity.Name, "activity"), Request, request.Cancelled);
            if (saved is not null)
                return new SeeOther($"{back}#{saved.Activity_}");

            SaveActivityRequest Request(string made) => new() { Initiative = id, Activity = new Activity(activity) { Activity_ = made } };
        }

        var choices = await forms.Choices(request, stands);
        return await request.Show(head => new FormModel(
            head, Side.Activities, key.Length > 0 ? words.ChangeActivity : words.AddActivity, [], edition.Links.Activity(id, key), back,
            Fields(edition, choices, rights), typed, stands.Revision, key.Length > 0 ? null : words.AddActivity)
        {
            TakeOut = key.Length > 0 && rights.All ? (words.TakeActivityOut, words.TakeActivityOutSure) : null,
        });
    });

    private static TypedForm Typed(Activity activity) => new TypedForm()
        .Add("revision", activity.Revision).Add("name", activity.Name).Add("description", activity.Description).Add("lead", activity.Lead)
        .AddAll("partner", activity.Partners).AddAll("clause", activity.Clauses).AddAll("indicator", activity.Indicators)
        .Add("from", activity.From).Add("until", activity.Until).Add("status", activity.Status.ToString())
        .AddAll("depends", activity.DependsOn).AddAll("reinforces", activity.Reinforces).Add("sharing", activity.Sharing.ToString());

    private static Activity Read(TypedForm typed, Activity stands)
    {
        var activity = new Activity(stands)
        {
            Name = typed.Text("name"),
            Description = typed.TextOrNone("description"),
            Lead = typed["lead"],
            From = typed["from"],
            Until = typed["until"],
            Status = typed.Choice<Activity.Types.Status>("status"),
            Sharing = typed.Choice<Sharing>("sharing"),
            Revision = typed["revision"],
        };
        foreach (var (named, name) in new[]
        {
            (activity.Partners, "partner"), (activity.Clauses, "clause"), (activity.Indicators, "indicator"), (activity.DependsOn, "depends"), (activity.Reinforces, "reinforces"),
        })
        {
            named.Clear();
            named.Add(typed.All(name).Distinct().Where(each => name != "partner" || each != activity.Lead));
        }

        return activity;
    }

    /// <summary>What an activity may name: what is known here, and what it names already.</summary>
    private async Task<ActivityChoices> Choices(FormRequest request, Activity stands)
    {
        var (id, edition, cancelled) = (request.Id, request.Edition, request.Cancelled);
        var initiative = (await _calls.GetInitiative(id, cancelled)).Value;
        var agendas = await Task.WhenAll((initiative?.Alignments.Select(alignment => alignment.Parent) ?? []).Prepend("").Distinct().Select(agenda => _calls.Ask(
            _activities.GetCoverageAsync,
            new GetCoverageRequest { Initiative = id, By = GetCoverageRequest.Types.Subject.Clause, Agenda = agenda, PageSize = ClausesOfAgenda },
            cancelled)));
        var listed = await _calls.Ask(_activities.ListActivitiesAsync, new ListActivitiesRequest { Initiative = id, PageSize = Most }, cancelled);
        var indicators = await _calls.ListIndicators(id, IndicatorsInList, after: "", cancelled);
        var partners = await _calls.ReadPartnerNames(id, cancelled);
        return new(
            partners.ToChoose(edition, stands.Partners.Append(stands.Lead)),
            With(stands.Clauses, agendas.SelectMany(agenda => agenda.Value?.Rows ?? []).Select(row => (
                row.Subject, $"{row.Number} {Localized.Of(row.Text, edition.Language, row.Subject).Value} ({row.Subject.Split('/')[0]})"))),
            With(stands.Indicators, (indicators.Value?.Indicators ?? []).Select(indicator => (Links.KeyOf(indicator), edition.Name(indicator).Value))),
            With(stands.DependsOn.Concat(stands.Reinforces), (listed.Value?.Activities ?? []).Where(other => other.Activity_ != stands.Activity_)
                .Select(other => ($"{id}/{other.Activity_}", Localized.Of(other.Name, edition.Language, other.Activity_).Value))));
    }

    private static IReadOnlyList<(string, string)> With(IEnumerable<string> named, IEnumerable<(string Id, string Name)> known)
    {
        var all = known.DistinctBy(each => each.Id).ToList();
        return [.. all, .. named.Distinct().Except(all.Select(each => each.Id)).Select(id => (id, id))];
    }

    private static IReadOnlyList<FormField> Fields(Edition edition, ActivityChoices choices, ActivityRights rights)
    {
        var words = edition.Words;
        return
        [
            new TextAnswer("name", words.Name),
            new TextAnswer("description", words.MayStayEmpty(words.ActivityDescription), Lines: 4, Longest: 2_000),
            new ChoiceAnswer("status", words.ActivityStatus, [.. Enum.GetValues<Activity.Types.Status>().Skip(1).Select(status => (status.ToString(), words.NameOf(status)))]),
            new ChoiceAnswer("lead", words.ActivityLead, [.. choices.Partners.Where(partner => rights.All || rights.Own.Contains(partner.Id))]),
            new ManyAnswer("partner", words.TakesPart, choices.Partners),
            new LineAnswer("from", words.MayStayEmpty(words.FirstDayOf), "date"),
            new LineAnswer("until", words.MayStayEmpty(words.LastDayOf), "date"),
            new ManyAnswer("clause", words.ServesClauses, choices.Clauses),
            new ManyAnswer("indicator", words.MovesIndicators, choices.Indicators),
            new ManyAnswer("depends", words.DependsOn, choices.Activities),
            new ManyAnswer("reinforces", words.Reinforces, choices.Activities),
            SharingAnswer.With(words.ShareActivity),
        ];
    }

    private sealed record ActivityChoices(
        IReadOnlyList<(string Id, string Name)> Partners, IReadOnlyList<(string, string)> Clauses,
        IReadOnlyList<(string, string)> Indicators, IReadOnlyList<(string, string)> Activities);
}
