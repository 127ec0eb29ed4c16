using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.People;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.RecordForms;

/// <summary>Shows a form, and saves what comes of it. What is refused is shown again with all that was typed.</summary>
internal sealed class WritingPages(NestCalls calls, Writers writers, CallInvoker invoker, TimeProvider time)
{
    public Task<IResult> Show(HttpContext context, string id, FormMaker make) => With(context, id, make, async form =>
        await form.Load() is var outcome && outcome != Outcome.Given ? Missing(form, outcome) : Page(context, form, form.Revision, form.Fields(), []));

    public Task<IResult> Save(HttpContext context, string id, FormMaker make) => With(context, id, make, async form =>
    {
        var typed = new Typed(await context.Request.ReadFormAsync(context.RequestAborted), form.Asked.Edition);
        if (await form.Load() is var outcome && outcome != Outcome.Given)
            return Missing(form, outcome);
        var (stands, standing) = (form.Revision, form.Fields().ToList());
        if (typed["do"] == "remove" && form.Remove is { } remove)
            return await remove(typed["revision"]) is var gone && gone.Status == StatusCode.OK
                ? new SeeOther(Links.Saved(form.Asked.Edition.Links.Side(form.Asked.Id, form.Side)))
                : Page(context, form, stands, standing, [await FaultOf(form.Asked, standing, gone)]);
        foreach (var field in standing.Where(field => field.IsRequired && typed[field.Name].Length == 0 && (field.Other is not { } other || typed[other.Name].Length == 0)))
            typed.Refuse(field.Name, form.Asked.Words.FillIn(field.Label));
        form.Take(typed);
        if (typed.Faults.Count > 0)
            return Page(context, form, typed["revision"], standing.Select(field => Kept(field, typed)), typed.Faults);

        form.Revision = typed["revision"];
        var told = await form.Save();
        if (told.Status == StatusCode.OK)
            return new SeeOther(Links.Saved(form.Back));
        // Saving once more puts it in the place of what stands by now, which is shown beside it.
        var changed = told.Status == StatusCode.Aborted;
        return Page(
            context, form, changed ? stands : typed["revision"],
            standing.Select(field => changed ? Beside(field, Kept(field, typed)) : Kept(field, typed)),
            [await FaultOf(form.Asked, standing, told)]);
    });

    private async Task<IResult> With(HttpContext context, string id, FormMaker make, Func<WritingForm, Task<IResult>> answer) =>
        await PeoplePages.ForSignedIn(context, async edition =>
        {
            var asked = await calls.GetInitiative(id, context.RequestAborted);
            if (!asked.Has(out var initiative))
                return Pages.Show<WritingPage, WritingModel>(edition, asked.As<WritingModel>(_ => null!));
            var form = make(Asked.In(context, edition, initiative, time), calls, invoker);
            return await writers.Include(edition, id, form.Function, context.RequestAborted) ? await answer(form) : Pages.Closed(edition);
        });

    private static IResult Missing(WritingForm form, Outcome outcome) =>
        Pages.Show<WritingPage, WritingModel>(form.Asked.Edition, new(outcome, null, Absence.Unknown));

    private static IResult Page(HttpContext context, WritingForm form, string revision, IEnumerable<Field> fields, IReadOnlyList<WritingFault> faults) =>
        Pages.Show<WritingPage, WritingModel>(form.Asked.Edition, new(
            Outcome.Given,
            new(
                form.Asked.Initiative, form.Side, form.Title, form.Hint,
                context.Request.PathBase + context.Request.Path + context.Request.QueryString.ToUriComponent(),
                form.Back, revision, [.. fields], faults) { MayRemove = form.Remove is not null },
            Absence.Unknown));

    private static Field Kept(Field field, Typed typed) => field with
    {
        Value = field.Kind == FieldKind.Several ? string.Join('\n', typed.All(field.Name)) : typed[field.Name],
        Other = field.Other is { } other ? other with { Value = typed[other.Name] } : null,
    };

    private static Field Beside(Field standing, Field typed) => standing.Value == typed.Value && standing.Other == typed.Other ? typed : typed with
    {
        StandsNow = standing.Choices.Count == 0 ? string.Join(" / ", new[] { standing.Value, standing.Other?.Value ?? "" }.Where(text => text.Length > 0))
            : string.Join(", ", standing.Choices.Where(choice => standing.Has(choice.Value)).Select(choice => choice.Label)),
    };

    private async Task<WritingFault> FaultOf(Asked asked, IReadOnlyList<Field> fields, Told told)
    {
        var words = asked.Words;
        var english = asked.Edition.Language == Language.English ? null : Edition.TagOf(Language.English);
        switch (told.Status)
        {
            case StatusCode.Aborted:
                return new("", words.ChangedMeanwhile);
            case StatusCode.PermissionDenied or StatusCode.Unauthenticated:
                return new("", words.NotForYou);
            case StatusCode.Unavailable or StatusCode.DeadlineExceeded:
                return new("", words.NotKnownSaved);
            case StatusCode.FailedPrecondition when told.Holder.Length > 0:
                var names = await calls.NamesFor([told.Holder], [asked.Initiative], asked.Cancelled);
                return new("", words.HeldBy(names.Of(told.Holder, asked.Edition).Value));
            default:
                // The field itself, or that which holds it, or the first of those that it holds.
                var field = fields.Where(field => field.Path.Length > 0 && told.Field.StartsWith(field.Path, StringComparison.Ordinal))
                    .MaxBy(field => field.Path.Length)
                    ?? fields.FirstOrDefault(field => told.Field.Length > 0 && field.Path.StartsWith(told.Field + ".", StringComparison.Ordinal));
                return new(field?.Name ?? "", told.Message, english);
        }
    }
}
