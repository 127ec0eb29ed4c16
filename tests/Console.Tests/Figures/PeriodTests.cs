using System.Globalization;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Languages;

namespace CollectiveImpact.Console.Tests.Figures;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2021", "2021", "2021")]
    [InlineData("2021-Q3", "Q3\u00A02021", "T3\u00A02021")]
    [InlineData("2021-07", "July 2021", "juillet 2021")]
    [InlineData("2021-W05", "week 5 of 2021", "semaine 5 de 2021")]
    [InlineData(
        "2021-09-01/2022-06-30",
        "September\u00A01, 2021 \u2013 June\u00A030, 2022",
        "1er\u00A0septembre 2021 \u2013 30\u00A0juin 2022")]
    [InlineData("9999-12", "9999-12", "9999-12")]
    [InlineData("2021-13", "2021-13", "2021-13")]
    [InlineData("later", "later", "later")]
    public void A_period_reads_as_people_say_it_and_what_is_none_as_it_is(string period, string english, string french)
    {
        Assert.Equal(english, new Dates(new Words(Language.English), Language.English, CultureInfo.GetCultureInfo("en-CA")).Period(period));
        Assert.Equal(french, new Dates(new Words(Language.French), Language.French, CultureInfo.GetCultureInfo("fr-CA")).Period(period));
    }
}
