using CollectiveImpact.Console.Tests.Fakes;

namespace CollectiveImpact.Console.Tests.Pages;

public sealed class GrowingPageTests
{
    [Theory]
    [InlineData("en", "Canada Taking over since February 1, 2026", "Advance policy Not ready yet on April 1, 2027 Two asks answered Held now by Canada . Judged by Canada Judged not ready (September 1, 2026): One is open")]
    [InlineData("fr", "Canada En transition depuis le 1er février 2026", "Faire avancer les politiques publiques Pas encore prête le 1er avril 2027 Deux demandes répondues Exercée maintenant par Canada . Jugée par Canada Jugée pas encore prête (1er septembre 2026) : Une est ouverte")]
    public async Task Phases_and_plans_stand_as_they_are_and_nobody_who_is_unknown_changes_them(string language, string phase, string plan)
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open($"/{language}/initiatives/ca.on/growing");

        Assert.Contains(phase, page.Texts("li"));
        Assert.Contains(plan, page.Texts("li"));
        Assert.DoesNotContain("<form", page.Html[page.Html.IndexOf("<h1", StringComparison.Ordinal)..]);
    }
}
