using CollectiveImpact.Console.Tests.Fakes;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Pages;

/// <summary>Curves, what changed in them, and the stories behind them.</summary>
public sealed class LearningPageTests
{
    private const string Households = "/initiatives/ca?indicator=ca%2Fhouseholds";

    [Fact]
    public async Task A_curve_says_in_words_whether_it_has_turned_and_what_comes_if_nothing_changes()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var english = (await console.Open("/en" + Households)).Text;
        Assert.Contains("The curve has turned. It is 1,424,300 in 2021. By the figures up to 2018, 1,550,000 to 1,650,000 was to come.", english);
        Assert.Contains("it will be 1,372,067 in 2022: in 80 of 100 cases between 1,300,000 and 1,450,000", english);
        var french = (await console.Open("/fr" + Households)).Text;
        Assert.Contains("La courbe s’est infléchie. C’est 1 424 300 en 2021.", french);
    }

    [Fact]
    public async Task A_curve_is_drawn_with_its_targets_and_its_forecast_and_stands_in_a_table_too()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/en" + Households);

        Assert.Equal(2, page.Root.Descendants("path").Count(path => path.Attribute("class")?.Value == "aim"));
        Assert.Contains(page.Root.Descendants("path"), path => path.Attribute("class")?.Value == "band");
        Assert.Contains("2021 1,424,300 1,500,000 Reached", page.Texts("tr"));
        Assert.Contains("2026 – 1,000,000 Open", page.Texts("tr").Select(row => row.Replace("2026 1", "2026 – 1")));
        Assert.Contains("2022 1,372,067 1,300,000 to 1,450,000", page.Texts("tr"));
    }

    [Fact]
    public async Task What_changed_is_told_by_child_from_the_baseline_or_from_the_period_asked_for()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open("/en" + Households);

        Assert.Contains("Ontario −160,000", page.Texts("tr"));
        Assert.Contains("Quebec nothing reported before +3,300", page.Texts("tr"));
        Assert.Contains("Total −156,700", page.Texts("tr"));
        Assert.Contains("From 2021 to 2018", (await console.Open("/en" + Households + "&from=2021&to=2018")).Text);
    }

    [Fact]
    public async Task A_curve_without_a_baseline_says_so_and_why_there_is_no_forecast()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var text = (await console.Open("/fr/initiatives/ca.on.hamilton?indicator=ca%2Fhouseholds")).Text;

        Assert.Contains("Aucun point de départ n’est fixé", text);
        Assert.Contains("4 figures are needed, and there are 2", text);
        Assert.Contains("Personne n’a encore raconté", text);
    }

    [Fact]
    public async Task A_curve_that_is_not_for_the_reader_leaves_the_figures_to_be_read()
    {
        var nest = SampleNest.Make();
        nest.Failing["GetCurve"] = (StatusCode.PermissionDenied, "");
        await using var console = await OpenConsole.Over(nest);

        var text = (await console.Open("/en" + Households)).Text;

        Assert.Contains("1,424,300", text);
        Assert.Contains("This is not published.", text);
    }

    [Fact]
    public async Task Learning_shows_stories_of_the_initiative_and_of_those_below_and_those_that_say_what_works()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var all = (await console.Open("/en/initiatives/ca/learning")).Text;
        Assert.Contains("Rents <rose>.", all);
        Assert.Contains("A rent bank", all);
        Assert.Contains("Only who asked <for help>", all);
        var works = (await console.Open("/fr/initiatives/ca/learning?works=yes")).Text;
        Assert.Contains("Une banque de loyers", works);
        Assert.DoesNotContain("Les loyers ont monté.", works);
    }

    [Fact]
    public async Task Learning_that_is_empty_says_what_to_do_first()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        Assert.Contains("Open an indicator of the initiative", (await console.Open("/en/initiatives/ca.qc/learning")).Text);
    }

    [Fact]
    public async Task Nobody_is_shown_a_form_where_there_are_no_people()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        Assert.DoesNotContain("/learning/story", (await console.Open("/en" + Households)).Html);
    }
}
