using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Languages;

namespace CollectiveImpact.Console.Tests.Figures;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("1250", "1250", "1250")]
    [InlineData("1,250", "1250", "1.250")]
    [InlineData("1 250,5", null, "1250.5")]
    [InlineData("1\u202F250,5", null, "1250.5")]
    [InlineData("1,250.5", "1250.5", null)]
    [InlineData("12.5", "12.5", "12.5")]
    [InlineData("12,5", null, "12.5")]
    [InlineData("\u22123", "-3", "-3")]
    [InlineData(" 7 ", "7", "7")]
    [InlineData("", null, null)]
    [InlineData("1e5", null, null)]
    [InlineData("1,25,0", null, null)]
    [InlineData("zwei", null, null)]
    [InlineData("5\n", "5", "5")]
    public void A_number_is_read_as_its_language_writes_it(string typed, string? english, string? french)
    {
        Assert.Equal(english, TypedNumber.Read(typed, Language.English));
        Assert.Equal(french, TypedNumber.Read(typed, Language.French));
    }
}
