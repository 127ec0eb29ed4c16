using CollectiveImpact.Console.Tests.Fakes;

namespace CollectiveImpact.Console.Tests.Pages;

/// <summary>Campaigns, whom they reached, and what is offered from above.</summary>
public sealed class PublicWillPageTests
{
    [Fact]
    public async Task A_campaign_shows_what_is_said_to_whom_and_which_language_is_lacking()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var text = (await console.Open("/en/initiatives/ca/public-will")).Text;

        Assert.Contains("Keep <every> home Under way since September 1, 2026 offered below", text);
        Assert.Contains("Owners Ask them first. lacks French", text);
        Assert.Contains("The press No message yet.", text);
        Assert.Contains("112 people came, 80 were expected", text);
        Assert.Contains("One of: Schools", text);
    }

    [Fact]
    public async Task What_is_counted_differently_stands_in_columns_of_its_own()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/fr/initiatives/ca/public-will");

        Assert.Contains("Canal Personnes rejointes Réponses", page.Texts("tr"));
        Assert.Contains("Presse 3 initiatives 1 250 000 12", page.Texts("tr"));
    }

    [Fact]
    public async Task What_is_offered_from_above_shows_what_was_made_of_it()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var text = (await console.Open("/en/initiatives/ca.on/public-will")).Text;

        Assert.Contains("Declined the offer has changed since", text);
        Assert.Contains("Ours runs already.", text);
        Assert.Contains("Not answered yet.", text);
    }

    [Fact]
    public async Task A_page_without_anything_says_what_to_do_first()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        Assert.Contains("Begin with one", (await console.Open("/en/initiatives/ca.qc/public-will")).Text);
    }
}
