using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Partners;
using CollectiveImpact.V1;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.People;

/// <summary>Who may what, and a person's own page: what each address answers.</summary>
internal static class PeoplePages
{
    private const int LinesInPage = 100;

    public static Task<IResult> Members(HttpContext context, string? id, IPeople people, NestCalls calls) => ForStaff(
        context, id, () => ShowMembers(context, id ?? "", people, calls, "", new("", Role.Member, ""), []));

    public static Task<IResult> ChangeMembers(HttpContext context, string? id, IPeople people, NestCalls calls) => ForStaff(context, id, async () =>
    {
        var (edition, form) = (new Edition(context.Request), await context.Request.ReadFormAsync(context.RequestAborted));
        var initiative = id ?? "";
        if (long.TryParse(form["withdraw"], out var withdrawn))
        {
            await people.WithdrawInvitationAsync(context, initiative, withdrawn, context.RequestAborted);
            return new SeeOther(edition.Links.Members(initiative));
        }

        if (form["remove"].ToString() is { Length: > 0 } removed)
            return await people.RemoveAsync(context, initiative, removed, context.RequestAborted)
                ? new SeeOther(edition.Links.Members(initiative))
                : await ShowMembers(context, initiative, people, calls, "", new("", Role.Member, ""), [edition.Words.LastAdministrator]);
        if (initiative.Length > 0 && !(await calls.GetInitiative(initiative, context.RequestAborted)).Has(out _))
            return Pages.NotFound(edition);
        var asked = Asked(initiative, form);
        if (asked is { Role: Role.Partner, Partner: "" } || (asked.Partner.Length > 0 && !InitiativeId.IsOne(asked.Partner)))
            return await ShowMembers(context, initiative, people, calls, "", asked, [edition.Words.PartnerMissing]);
        var code = await people.InviteAsync(context, asked, context.RequestAborted);
        return await ShowMembers(context, initiative, people, calls, code, new("", Role.Member, ""), []);
    });

    public static Task<IResult> Trail(HttpContext context, string? id, IPeople people, NestCalls calls) => ForStaff(context, id, async () =>
    {
        var before = long.TryParse(context.Request.Query["before"], out var number) ? number : long.MaxValue;
        var lines = await people.ListChangesAsync(id ?? "", before, LinesInPage + 1, context.RequestAborted);
        var where = id is null ? null : (await calls.GetInitiative(id, context.RequestAborted)).Value;
        return Show<TrailPage, TrailModel>(
            new Edition(context.Request), new TrailModel(id ?? "", where, [.. lines.Take(LinesInPage)], lines.Count > LinesInPage));
    });

    public static Task<IResult> You(HttpContext context, IPeople people, NestCalls calls) =>
        ForSignedIn(context, _ => ShowYou(context, people, calls));

    public static Task<IResult> ChangeYou(HttpContext context, IPeople people, NestCalls calls) => ForSignedIn(context, async edition =>
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (long.TryParse(form["remove"], out var removed))
        {
            await people.RemoveTokenAsync(context, removed, context.RequestAborted);
            return new SeeOther(edition.Links.You);
        }

        var name = form["token"].ToString().Trim();
        return name.Length == 0
            ? await ShowYou(context, people, calls, faults: [edition.Words.NameMissing])
            : await ShowYou(context, people, calls, await people.MakeTokenAsync(context, name, context.RequestAborted));
    });

    private static async Task<IResult> ShowMembers(
        HttpContext context, string id, IPeople people, NestCalls calls, string code, Invited asked, IReadOnlyList<string> faults)
    {
        var edition = new Edition(context.Request);
        Initiative? initiative = null;
        if (id.Length > 0 && !(await calls.GetInitiative(id, context.RequestAborted)).Has(out initiative))
            return Pages.NotFound(edition);
        var partners = id.Length > 0 ? await calls.ReadPartnerNames(id, context.RequestAborted) : new PartnerNames([]);
        var (all, open) = (await people.ListAsync(id, context.RequestAborted), await people.ListInvitationsAsync(id, context.RequestAborted));
        var removing = all.FirstOrDefault(member => member.Person == context.Request.Query["remove"].ToString());
        return Show<MembersPage, MembersModel>(edition, new MembersModel(initiative, partners, all, open, code, removing, asked, faults));
    }

    internal static async Task<IResult> ShowYou(
        HttpContext context, IPeople people, NestCalls calls, string told = "", IReadOnlyList<string>? faults = null, IReadOnlyList<string>? wayFaults = null)
    {
        var edition = new Edition(context.Request);
        var names = await calls.NamesFor(edition.Visitor!.Caller.Grants.Select(grant => grant.Initiative), [], context.RequestAborted);
        var (ways, tokens) = (await people.ListWaysAsync(context, context.RequestAborted), await people.ListTokensAsync(context, context.RequestAborted));
        return Show<YourPage, YourModel>(edition, new YourModel(names, ways, wayFaults ?? ProviderPages.Faults(context, edition), tokens, told, faults ?? []));
    }

    private static Invited Asked(string initiative, IFormCollection form)
    {
        if (initiative.Length == 0)
            return new Invited("", Role.Administrator, "");
        var role = Enum.TryParse<Role>(form["role"], out var said) && said is Role.Member or Role.Partner or Role.Staff ? said : Role.Member;
        return new Invited(initiative, role, role == Role.Partner ? form["partner"].ToString().Trim() : "");
    }

    internal static Task<IResult> ForSignedIn(HttpContext context, Func<Edition, Task<IResult>> answer)
    {
        var edition = new Edition(context.Request);
        return edition.Visitor is { IsSignedIn: true } ? answer(edition) : Task.FromResult<IResult>(new SeeOther(edition.Links.SignInHere));
    }

    /// <summary>For those who administer the gateway, and where an id is named for that initiative's staff.</summary>
    internal static Task<IResult> ForStaff(HttpContext context, string? id, Func<Task<IResult>> answer) => ForSignedIn(context, async edition =>
        edition.Visitor!.IsStaffOf(id ?? "") ? await answer() : Pages.Closed(edition));

    private static Page<TPage> Show<TPage, TModel>(Edition edition, TModel model)
        where TPage : IComponent
        where TModel : class => new(edition, StatusCodes.Status200OK, ("Model", model));
}
