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

/// <summary>What a partner commits to in an activity, by when; and that it was kept.</summary>
internal sealed class CommitmentForms(NestCalls calls, CallInvoker invoker)
{
    private const int Most = 1_000;

    private readonly NestCalls _calls = calls;
    private readonly V1.Activities.ActivitiesClient _activities = new(invoker);

    public static Task<IResult> Commitment(HttpContext context, string id, CommitmentForms forms) => FormRequest.ForSignedIn(context, forms._calls, id, async request =>
    {
        var (edition, words) = (request.Edition, request.Edition.Words);
        var (on, key) = (context.Request.Query["activity"].ToString(), context.Request.Query["commitment"].ToString());
        var rights = await ActivityRights.Of(forms._calls, edition, id, request.Cancelled);
        var found = await forms._calls.Ask(forms._activities.GetActivityAsync, new GetActivityRequest { Initiative = id, Activity = on }, request.Cancelled);
        var stands = key.Length == 0 ? new Commitment { State = V1.Commitment.Types.State.Open, Sharing = Sharing.Kept } : await forms.Find(request, on, key);
        if (!found.Has(out var activity) || stands is null)
            return rights.Any ? Pages.NotFound(edition) : Pages.Closed(edition);
        if (!(key.Length > 0 ? rights.Covers(stands) : rights.CoversPartIn(activity)))
            return Pages.Closed(edition);
        var typed = request.Sent ?? new TypedForm()
            .Add("revision", stands.Revision).Add("partner", stands.Partner).Add("what", stands.What).Add("due", stands.Due)
            .Add("state", stands.State.ToString()).Add("kept", stands.KeptOn).Add("note", stands.Note).Add("sharing", stands.Sharing.ToString());
        var back = edition.Links.Side(id, Side.Activities) + "#" + on;
        if (request.Do is "remove" && rights.All && await forms._calls.Save(
            edition, typed, forms._activities.RemoveCommitmentAsync,
            new RemoveCommitmentRequest { Initiative = id, Commitment = key, Revision = typed["revision"] }, request.Cancelled) is not null)
            return new SeeOther(back);
        if (request.Do is "save" && typed.IsGiven(edition, "what", words.CommitsTo))
        {
            var commitment = Read(typed, stands, on);
            var saved = key.Length > 0
                ? await forms._calls.Save(edition, typed, forms._activities.SaveCommitmentAsync, Request(key), request.Cancelled)
                : await forms._calls.SaveNew(
                    edition, typed, forms._activities.SaveCommitmentAsync, MadeId.Of(commitment.What, "commitment"), Request, request.Cancelled);
            if (saved is not null)
                return new SeeOther(back);

            SaveCommitmentRequest Request(string made) => new() { Initiative = id, Commitment = new Commitment(commitment) { Commitment_ = made } };
        }

        var partners = await forms._calls.ReadPartnerNames(id, request.Cancelled);
        IReadOnlyList<(string, string)> who =
            [.. rights.Among(activity.Partners.Prepend(activity.Lead).Append(stands.Partner)).Where(each => each.Length > 0).Distinct().Select(each => (each, partners.Of(each, edition).Value))];
        var name = Localized.Of(activity.Name, edition.Language, on);
        return await request.Show(head => new FormModel(
            head, Side.Activities, key.Length > 0 ? words.ChangeCommitment : words.AddCommitment, [(back, name)], edition.Links.Commitment(id, on, key), back,
            Fields(words, who, isNew: key.Length == 0), typed, stands.Revision, key.Length > 0 ? null : words.AddCommitment)
        {
            TakeOut = key.Length > 0 && rights.All ? (words.TakeCommitmentOut, words.TakeCommitmentOutSure) : null,
        });
    });

    private async Task<Commitment?> Find(FormRequest request, string activity, string key) => (await _calls.Ask(
        _activities.ListCommitmentsAsync, new ListCommitmentsRequest { Initiative = request.Id, Activity = activity, PageSize = Most }, request.Cancelled))
        .Value?.Commitments.FirstOrDefault(each => each.Commitment_ == key);

    private static Commitment Read(TypedForm typed, Commitment stands, string activity)
    {
        var state = typed["state"].Length == 0 ? V1.Commitment.Types.State.Open : typed.Choice<Commitment.Types.State>("state");
        return new(stands)
        {
            Activity = activity,
            Partner = typed["partner"],
            What = typed.Text("what"),
            Due = typed["due"],
            State = state,
            KeptOn = state == V1.Commitment.Types.State.Kept ? typed["kept"] : "",
            Note = typed.TextOrNone("note"),
            Sharing = typed.Choice<Sharing>("sharing"),
            Missed = false,
            Revision = typed["revision"],
        };
    }

    private static IReadOnlyList<FormField> Fields(Words words, IReadOnlyList<(string, string)> who, bool isNew)
    {
        FormField[] state =
        [
            new ChoiceAnswer("state", words.CommitmentState, [.. Enum.GetValues<Commitment.Types.State>().Skip(1).Select(each => (each.ToString(), words.StateOf(new Commitment { State = each })))]),
            new LineAnswer("kept", words.KeptOn, "date"),
        ];
        return
        [
            new ChoiceAnswer("partner", words.Partner, who),
            new TextAnswer("what", words.CommitsTo, Lines: 3, Longest: 2_000),
            new LineAnswer("due", words.ActionDue, "date"),
            .. isNew ? [] : state,
            new TextAnswer("note", words.MayStayEmpty(words.CommitmentNote), Lines: 2, Longest: 2_000),
            SharingAnswer.With(words.ShareActivity),
        ];
    }
}
