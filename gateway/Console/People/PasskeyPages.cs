using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.People;

/// <summary>What the forms of passkeys send, and what the script of these pages asks before it sends them.</summary>
internal static class PasskeyPages
{
    private const string Json = "application/json";

    public static async Task<IResult> AskToSignIn(HttpContext context, IPasskeys passkeys) =>
        Options(context, await passkeys.AskAsync(context));

    public static async Task<IResult> SignIn(HttpContext context, IPasskeys passkeys)
    {
        var (edition, form, then) = (new Edition(context.Request), await FormOf(context), EntryPages.ThenOf(context));
        return await passkeys.SignInAsync(context, form["credential"].ToString())
            ? new SeeOther(EntryPages.AfterSignIn(edition, then))
            : EntryPages.ShowSignIn(edition, then, edition.Words.PasskeyWrong);
    }

    /// <summary>Where what was typed will not do, the script sends the form as it is, and hears what is missing.</summary>
    public static async Task<IResult> AskToJoin(HttpContext context, IPeople people, IPasskeys passkeys)
    {
        var person = PersonOf(await FormOf(context));
        return person.Name.Trim().Length > 0 && person.Email.Trim().Length > 0
            && await people.FindInvitationAsync(EntryPages.CodeOf(context), context.RequestAborted) is not null
                ? Options(context, await passkeys.OfferAsync(context, person))
                : Results.BadRequest();
    }

    public static async Task<IResult> Join(HttpContext context, IPeople people, IPasskeys passkeys, NestCalls calls)
    {
        var form = await FormOf(context);
        var person = PersonOf(form);
        return await EntryPages.AnswerJoin(
            context, people, calls, person, code => passkeys.JoinAsync(context, code, person, form["credential"].ToString()));
    }

    public static Task<IResult> AskToAdd(HttpContext context, IPasskeys passkeys) =>
        PeoplePages.ForSignedIn(context, async _ => Options(context, await passkeys.OfferAsync(context)));

    public static Task<IResult> Change(HttpContext context, IPeople people, IPasskeys passkeys, NestCalls calls) =>
        PeoplePages.ForSignedIn(context, async edition =>
        {
            var form = await FormOf(context);
            var (id, name) = (form["passkey"].ToString(), form["name"].ToString().Trim());
            if (form.ContainsKey("remove"))
                await passkeys.RemoveAsync(context, id, context.RequestAborted);
            else if (name.Length == 0)
                return await PeoplePages.ShowYou(context, people, calls, wayFaults: [edition.Words.NameMissing]);
            else if (id.Length > 0)
                await passkeys.RenameAsync(context, id, name);
            else if (!await passkeys.AddAsync(context, name, form["credential"].ToString()))
                return await PeoplePages.ShowYou(context, people, calls, wayFaults: [edition.Words.Say(JoinFault.NoPasskey)]);
            return new SeeOther(edition.Links.You);
        });

    /// <summary>Who changes the language after such a form, or loads its page anew, is led to the page that has it.</summary>
    public static IResult Return(HttpContext context)
    {
        var (links, path) = (new Edition(context.Request).Links, context.Request.Path.Value!);
        return new SeeOther(path.EndsWith("/sign-in/passkey", StringComparison.Ordinal) ? links.SignIn(EntryPages.ThenOf(context))
            : path.EndsWith("/join/passkey", StringComparison.Ordinal) ? links.Join(EntryPages.CodeOf(context))
            : links.You);
    }

    private static IResult Options(HttpContext context, string options)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(options, Json);
    }

    private static Task<IFormCollection> FormOf(HttpContext context) => context.Request.ReadFormAsync(context.RequestAborted);

    private static NewPerson PersonOf(IFormCollection form) => new(form["name"].ToString(), form["email"].ToString(), "");
}
