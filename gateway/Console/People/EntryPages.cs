using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.People;

/// <summary>How people come in and go: what the pages of signing in and of invitations answer.</summary>
internal static class EntryPages
{
    public static IResult SignIn(HttpContext context)
    {
        var edition = new Edition(context.Request);
        return Show<SignInPage, SignInModel>(
            edition, new SignInModel(ThenOf(context), context.Request.Query.ContainsKey("needed"), "", ProviderPages.Faults(context, edition)));
    }

    public static async Task<IResult> TrySignIn(HttpContext context, IPeople people)
    {
        var (edition, form) = (new Edition(context.Request), await context.Request.ReadFormAsync(context.RequestAborted));
        var (then, email) = (ThenOf(context), form["email"].ToString());
        return await people.SignInAsync(context, email, form["password"].ToString()) switch
        {
            SignInOutcome.Done => new SeeOther(AfterSignIn(edition, then)),
            SignInOutcome.Locked => ShowSignIn(edition, then, edition.Words.SignInLocked, email),
            _ => ShowSignIn(edition, then, edition.Words.SignInWrong, email),
        };
    }

    public static async Task<IResult> SignOut(HttpContext context, IPeople people)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await people.SignOutAsync(context, everywhere: form.ContainsKey("everywhere"));
        return new SeeOther(new Edition(context.Request).Links.Nest);
    }

    public static async Task<IResult> Join(HttpContext context, IPeople people, NestCalls calls) =>
        await ShowJoin(context, people, calls, new NewPerson("", "", ""), ProviderPages.Faults(context, new Edition(context.Request)));

    public static async Task<IResult> TryJoin(HttpContext context, IPeople people, NestCalls calls)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var person = new NewPerson(form["name"].ToString(), form["email"].ToString(), form["password"].ToString());
        return await AnswerJoin(context, people, calls, person, code => people.JoinAsync(context, code, person));
    }

    /// <summary>Has somebody join, one way or another, and leads on to what the invitation was to.</summary>
    internal static async Task<IResult> AnswerJoin(
        HttpContext context, IPeople people, NestCalls calls, NewPerson person, Func<string, Task<JoinFault?>> join)
    {
        var (edition, code) = (new Edition(context.Request), CodeOf(context));
        var to = await people.FindInvitationAsync(code, context.RequestAborted);
        if (await join(code) is { } fault)
            return await ShowJoin(context, people, calls, person, [edition.Words.Say(fault)]);
        return new SeeOther(to is { Initiative.Length: > 0 } ? edition.Links.Initiative(to.Initiative) : edition.Links.Nest);
    }

    /// <summary>The code of the invitation that the address has.</summary>
    internal static string CodeOf(HttpContext context) => context.Request.Query["code"].ToString();

    internal static IResult ShowSignIn(Edition edition, string then, string fault, string email = "") =>
        Show<SignInPage, SignInModel>(edition, new SignInModel(then, false, email, [fault]));

    /// <summary>The page to go on to after signing in; empty for the first.</summary>
    internal static string ThenOf(HttpContext context) => Local(context.Request.Query["then"].ToString());

    /// <summary>Where somebody who has just signed in goes on: to the page that needed it, else to what waits today.</summary>
    internal static string AfterSignIn(Edition edition, string then) => then.Length > 0 ? then : edition.Links.Today;

    /// <summary>An address of these pages: one of elsewhere is left out, or a foreign page could send people on from here.</summary>
    private static string Local(string address) =>
        address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\') && !address.Any(char.IsControl) ? address : "";

    private static async Task<IResult> ShowJoin(HttpContext context, IPeople people, NestCalls calls, NewPerson person, IReadOnlyList<string> faults)
    {
        var (edition, code) = (new Edition(context.Request), CodeOf(context));
        var to = await people.FindInvitationAsync(code, context.RequestAborted);
        var where = to is { Initiative.Length: > 0 } && (await calls.GetInitiative(to.Initiative, context.RequestAborted)).Has(out var initiative)
            ? edition.Name(initiative) : new Localized(to?.Initiative ?? "", null);
        return Show<JoinPage, JoinModel>(edition, new JoinModel(code, to, where, person, faults));
    }

    private static Page<TPage> Show<TPage, TModel>(Edition edition, TModel model)
        where TPage : IComponent
        where TModel : class => new(edition, StatusCodes.Status200OK, ("Model", model));
}
