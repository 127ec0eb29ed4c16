namespace CollectiveImpact.NestFolder.Tests;

public sealed class InitiativeTests : IDisposable
{
    private const string File = "initiatives.csv";
    private readonly FolderOnDisk folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("ca.on.Toronto")]
    [InlineData("ca.on.toronto.")]
    [InlineData("ca on")]
    [InlineData("montréal")]
    [InlineData("")]
    public void An_id_that_is_none_is_a_fault(string id)
    {
        folder.Append(File, $"{id},local,Somewhere,,ca.on");

        Assert.StartsWith($"initiatives.csv:7: id: \"{id}\" is no id; write 1 to 100 lower-case letters", folder.Fault());
    }

    [Fact]
    public void An_id_of_more_than_100_characters_is_a_fault()
    {
        folder.Append(File, $"{new string('a', 101)},local,Somewhere,,ca.on");

        Assert.StartsWith("initiatives.csv:7: id: ", folder.Fault());
    }

    [Fact]
    public void An_initiative_that_is_there_twice_is_a_fault()
    {
        folder.Append(File, "ca.on,provincial,Ontario,,ca");

        Assert.Equal("initiatives.csv:7: id: \"ca.on\" is there already, in row 3; write each initiative once", folder.Fault());
    }

    [Fact]
    public void An_unknown_level_is_a_fault_and_what_refers_to_it_is_not()
    {
        folder.Replace(File, "ca,national", "ca,federal");

        Assert.Equal("initiatives.csv:2: level: \"federal\" is no level; write local, provincial or national", folder.Fault());
    }

    [Fact]
    public void An_unknown_parent_is_a_fault()
    {
        folder.Append(File, "ca.on.hamilton,local,Hamilton,,ca.onn");

        Assert.StartsWith("initiatives.csv:7: parents: \"ca.onn\" is not in this file; ", folder.Fault());
    }

    [Fact]
    public void A_parent_may_stand_below_its_child()
    {
        folder.Append(File, "ca.mb.winnipeg,local,Winnipeg,,ca.mb");
        folder.Append(File, "ca.mb,provincial,Manitoba,,ca");

        Assert.Equal(["ca.mb.winnipeg", "ca.mb", "ca"], folder.Read().Initiatives.Upward("ca.mb.winnipeg"));
    }

    [Fact]
    public void A_parent_of_the_same_level_is_a_fault()
    {
        folder.Append(File, "ca.on.hamilton,local,Hamilton,,ca.on.toronto");

        Assert.Equal(
            "initiatives.csv:7: parents: \"ca.on.toronto\" is local and \"ca.on.hamilton\" is local; a parent is of a level above", folder.Fault());
    }

    [Fact]
    public void An_initiative_that_is_its_own_parent_is_a_fault()
    {
        folder.Append(File, "ca.mb,provincial,Manitoba,,ca.mb");

        Assert.StartsWith("initiatives.csv:7: parents: \"ca.mb\" is the initiative itself", folder.Fault());
    }

    [Fact]
    public void A_cycle_is_a_fault_where_it_turns_down()
    {
        folder.Replace(File, "ca,national,Canada,,", "ca,national,Canada,,ca.on");

        Assert.StartsWith("initiatives.csv:2: parents: \"ca.on\" is provincial and \"ca\" is national", folder.Fault());
    }

    [Fact]
    public void A_parent_that_is_named_twice_is_a_fault()
    {
        folder.Append(File, "ca.mb,provincial,Manitoba,,ca;ca");

        Assert.StartsWith("initiatives.csv:7: parents: \"ca;ca\" names one twice", folder.Fault());
    }

    [Fact]
    public void More_than_50_parents_are_a_fault()
    {
        var provinces = Enumerable.Range(0, 51).Select(i => $"ca.p{i}").ToArray();
        foreach (var province in provinces)
            folder.Append(File, $"{province},provincial,Province,,ca");
        folder.Append(File, $"ca.everywhere,local,Everywhere,,{string.Join(';', provinces)}");

        Assert.StartsWith("initiatives.csv:58: parents: there are 51 parents", folder.Fault());
    }

    [Fact]
    public void An_initiative_under_two_tops_that_nothing_joins_is_a_fault()
    {
        folder.Append(File, "fr,national,France,,");
        folder.Append(File, "eu.border,local,Border,,ca.on;fr");

        Assert.StartsWith("initiatives.csv:8: parents: \"eu.border\" lies under ca and fr, which nothing joins", folder.Fault());
    }

    [Fact]
    public void A_name_is_needed_in_one_language()
    {
        folder.Append(File, "ca.mb,provincial,,Manitoba,ca");
        folder.Append(File, "ca.sk,provincial,,,ca");

        Assert.Equal("initiatives.csv:8: name_en: there is no name; give it in at least one language", folder.Fault());
    }

    [Fact]
    public void A_name_of_more_than_200_characters_is_a_fault()
    {
        folder.Append(File, $"ca.mb,provincial,{new string('M', 201)},,ca");

        Assert.Contains("is longer than 200 characters", folder.Fault());
    }

    [Fact]
    public void A_parent_above_another_parent_divides_nothing()
    {
        folder.Append(File, "ca.on.hamilton,local,Hamilton,,ca.on;ca");
        folder.Append("observations.csv", "ca.on.hamilton,need,2021,,,7,");

        Assert.Equal(6, folder.Read().Reports.Count);
    }
}
