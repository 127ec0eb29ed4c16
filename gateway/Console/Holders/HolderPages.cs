using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.People;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Holders;

/// <summary>Changing who holds a function: declared by its initiative, handed over by its holder, accepted or declined by who is asked.</summary>
internal sealed class HolderPages(NestCalls calls, CallInvoker invoker)
{
    private readonly V1.Charter.CharterClient _charter = new(invoker);

    public static Task<IResult> Show(HttpContext context, string id, string function, HolderPages pages) => PeoplePages.ForSignedIn(
        context, edition => pages.Show(context, edition, id, function, new("", "", ""), isDone: false, []));

    public static Task<IResult> Change(HttpContext context, string id, string function, HolderPages pages) => PeoplePages.ForSignedIn(context, async edition =>
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = new HolderTyped(form["holder"].ToString(), form["until"].ToString().Trim(), form["why"].ToString().Trim());
        if (FunctionPath.Parse(function) is not { } parsed)
            return Pages.NotFound(edition);
        var fault = await pages.Say(edition, id, parsed, form, typed, context.RequestAborted);
        return fault is null
            ? await pages.Show(context, edition, id, function, new("", "", ""), isDone: true, [])
            : await pages.Show(context, edition, id, function, typed, isDone: false, [edition.Words.NotSaved(fault)]);
    });

    private async Task<string?> Say(Edition edition, string id, Function function, IFormCollection form, HolderTyped typed, CancellationToken cancellationToken)
    {
        var why = edition.Text(typed.Why);
        if (form["answer"].ToString() is { Length: > 0 } answer)
            return (await calls.Say(
                _charter.RespondAsync,
                new RespondRequest
                {
                    Initiative = id,
                    Function = function,
                    Responder = form["responder"].ToString(),
                    Answer = answer == "accept" ? RespondRequest.Types.Answer.Accept : RespondRequest.Types.Answer.Decline,
                    Reason = why,
                },
                cancellationToken)).Fault;
        return form["do"].ToString() == "handover"
            ? (await calls.Say(
                _charter.HandOverAsync,
                new HandOverRequest { Initiative = id, Function = function, To = { typed.Holder }, Until = typed.Until, Reason = why },
                cancellationToken)).Fault
            : (await calls.Say(
                _charter.DeclareAsync,
                new DeclareRequest { Initiative = id, Function = function, Holders = { typed.Holder }, Until = typed.Until, Reason = why },
                cancellationToken)).Fault;
    }

    private async Task<IResult> Show(
        HttpContext context, Edition edition, string id, string function, HolderTyped typed, bool isDone, IReadOnlyList<string> faults)
    {
        if (FunctionPath.Parse(function) is not { } parsed || !(await calls.GetInitiative(id, context.RequestAborted)).Has(out var initiative))
            return Pages.NotFound(edition);
        var answer = await calls.GetFunctionMap(id, context.RequestAborted);
        if (!answer.Has(out var map) || map.Functions.FirstOrDefault(each => each.Function == parsed) is not { } state)
            return Pages.Show<HolderPage, HolderModel>(edition, answer.As<HolderModel>(_ => null!));
        IReadOnlyList<string> candidates = [id, .. await calls.Above(initiative, context.RequestAborted)];
        var names = await calls.NamesFor(
            [.. candidates, .. state.Holders, .. state.Proposed.SelectMany(proposal => proposal.Holders.Append(proposal.By))], [initiative], context.RequestAborted);
        var visitor = edition.Visitor!;
        var asked = state.Proposed
            .SelectMany(proposal => proposal.Holders
                .Where(holder => holder != id && holder != proposal.By && !proposal.Accepted.Contains(holder) && visitor.IsStaffOf(holder))
                .Select(holder => (holder, proposal.By)))
            .ToList();
        var model = new HolderModel(
            initiative, names, state, candidates, visitor.IsStaffOf(id), state.Writer.Length > 0 && visitor.IsStaffOf(state.Writer), asked, typed, isDone, faults);
        return Pages.Show<HolderPage, HolderModel>(edition, new(Outcome.Given, model, Absence.Unknown));
    }
}
