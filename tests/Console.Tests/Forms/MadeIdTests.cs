using CollectiveImpact.Console.Forms;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Tests.Forms;

public sealed class MadeIdTests
{
    [Theory]
    [InlineData("Steering table", "steering-table")]
    [InlineData("  Table d’Œuvre: été 2026! ", "table-d-oeuvre-ete-2026")]
    [InlineData("a/b <c>", "a-b-c")]
    [InlineData("ᐃᓄᐃᑦ", "meeting")]
    [InlineData("---", "meeting")]
    [InlineData("", "meeting")]
    public void An_id_is_made_from_a_name(string name, string id) => Assert.Equal(id, MadeId.Of(name, "meeting"));

    [Fact]
    public void A_long_name_gives_an_id_that_nodes_take()
    {
        var id = MadeId.Of(new string('x', 47) + " and more", "meeting");
        Assert.Equal(new string('x', 47), id);
    }

    [Fact]
    public void An_id_that_is_taken_gets_a_number() =>
        Assert.Equal("table-3", MadeId.Of(new Text { Fr = "Table" }, "meeting", ["table", "table-2"]));
}
