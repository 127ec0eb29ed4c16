using CollectiveImpact.Console.Layout;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.People;

/// <summary>How people come in, and what they see of each other.</summary>
internal static class PeopleExtensions
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services.AddSingleton<PublishingPages>();

    /// <param name="hasProvider">Whether people sign in by the organisation's own identity provider too.</param>
    public static void MapPeople(this PageRoutes pages, bool hasProvider)
    {
        pages.ReadOwn("/sign-in", EntryPages.SignIn, SigningIn.Here);
        pages.Send("/sign-in", EntryPages.TrySignIn, ForAnybody.Here, SignInAttempt.One, SigningIn.Here);
        pages.Send("/sign-out", EntryPages.SignOut, ForAnybody.Here);
        pages.ReadOwn("/join", EntryPages.Join, SigningIn.Here);
        pages.Send("/join", EntryPages.TryJoin, ForAnybody.Here, SignInAttempt.One, SigningIn.Here);
        pages.Form("/you", PeoplePages.You, PeoplePages.ChangeYou, SigningIn.Here);
        pages.Form("/sign-in/passkey", PasskeyPages.Return, PasskeyPages.SignIn, ForAnybody.Here, SigningIn.Here);
        pages.Send("/sign-in/passkey/options", PasskeyPages.AskToSignIn, ForAnybody.Here);
        pages.Form("/join/passkey", PasskeyPages.Return, PasskeyPages.Join, ForAnybody.Here, SigningIn.Here);
        pages.Send("/join/passkey/options", PasskeyPages.AskToJoin, ForAnybody.Here);
        pages.Form("/you/passkey", PasskeyPages.Return, PasskeyPages.Change, SigningIn.Here);
        pages.Send("/you/passkey/options", PasskeyPages.AskToAdd);
        if (hasProvider)
        {
            pages.Send("/sign-in/provider", ProviderPages.SignIn, ForAnybody.Here);
            pages.Send("/join/provider", ProviderPages.Join, ForAnybody.Here);
            pages.Send("/you/provider", ProviderPages.Change);
        }

        pages.Form("/initiatives/{id}/published", PublishingPages.Show, PublishingPages.Change);
        foreach (var whose in new[] { "", "/initiatives/{id}" })
        {
            pages.Form(whose + "/people", PeoplePages.Members, PeoplePages.ChangeMembers);
            pages.ReadOwn(whose + "/trail", PeoplePages.Trail);
        }
    }
}
