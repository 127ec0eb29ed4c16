using CollectiveImpact.Console.Tests.Fakes;

namespace CollectiveImpact.Console.Tests.Pages;

/// <summary>Barriers, what is asked because of them, and what became of it.</summary>
public sealed class PolicyPageTests
{
    [Fact]
    public async Task An_ask_shows_of_whom_who_met_it_who_is_against_and_what_was_answered()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var text = (await console.Open("/en/initiatives/ca/policy")).Text;

        Assert.Contains("Law · Parliament Notice of <sale> Under consideration since November 4, 2026", text);
        Assert.Contains("Answered on November 4, 2026 : In January.", text);
        Assert.Contains("Met by 4 initiatives: Hamilton & area , 2 local initiatives ( Quebec ) and 1 that is only counted", text);
        Assert.Contains("Against Small owners", text);
        Assert.Contains("A supplement that moves", text);
    }

    [Fact]
    public async Task What_several_meet_is_named_by_what_it_has_in_common()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/fr/initiatives/ca/policy");

        Assert.Contains(page.Texts("tr"), row => row.StartsWith("Ménages dans le besoin le même indicateur 2 initiatives Hamilton & area"));
        Assert.Contains("Sur papier seulement", page.Text);
        Assert.Contains("En comité", page.Text);
    }

    [Fact]
    public async Task A_page_without_anything_says_what_to_do_first()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        Assert.Contains("Begin with a barrier", (await console.Open("/en/initiatives/ca.qc/policy")).Text);
    }
}
