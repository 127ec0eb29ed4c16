using CollectiveImpact.NestFolder.Requests;

namespace CollectiveImpact.NestFolder.Tests;

public sealed class CellTests : IDisposable
{
    private const string File = "cells.csv";
    private readonly FolderOnDisk folder = new();

    public CellTests() => folder.Write(File, """
        cell,name_en,name_fr
        tenure,Tenure,Mode d’occupation
        tenure=owner,Owners,Propriétaires
        age=65+,,65 ans et plus

        """);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_indicator_has_the_labels_of_the_dimensions_that_it_uses()
    {
        folder.Append("published.csv", "ca,wage,2021,age=65+;tenure=owner,1,1,,");

        var labels = new FolderRequests(folder.Read()).Definitions().ToDictionary(
            definition => definition.Indicator.Indicator_, definition => definition.Indicator.Labels.Select(label => label.Of));
        Assert.Equal(["tenure", "tenure=owner"], labels["need"]);
        Assert.Equal(["tenure", "tenure=owner", "age=65+"], labels["wage"]);
        Assert.Empty(labels["rent"]);
    }

    [Fact]
    public void A_label_has_a_name_in_either_language()
    {
        var owner = new FolderRequests(folder.Read()).Definitions().First().Indicator.Labels[1].Name;

        Assert.Equal(("Owners", "Propriétaires"), (owner.En, owner.Fr));
    }

    [Fact]
    public void Labels_may_be_left_out()
    {
        folder.Remove(File);

        Assert.All(folder.Read().Indicators, indicator => Assert.Empty(indicator.Labels));
    }

    [Theory]
    [InlineData("tenure,Tenancy,", "cell: \"tenure\" is there already, in row 2; write each once")]
    [InlineData(",Total,", "cell: \"\" is neither a dimension nor one of its values; write tenure or tenure=renter")]
    [InlineData("tenure=,None,", "cell: \"tenure=\" is neither")]
    [InlineData("tenure=a=b,None,", "cell: \"tenure=a=b\" is neither")]
    [InlineData("age=1;tenure=owner,None,", "cell: \"age=1;tenure=owner\" is neither")]
    [InlineData("tenure ,None,", "cell: \"tenure \" is neither")]
    [InlineData("tenure=renter,,", "name_en: there is no name")]
    public void A_malformed_label_is_a_fault(string row, string fault)
    {
        folder.Append(File, row);

        Assert.StartsWith($"cells.csv:5: {fault}", folder.Fault());
    }

    [Theory]
    [InlineData(199, 1, 1, "cell")]
    [InlineData(1, 201, 1, "name_en")]
    [InlineData(1, 1, 201, "name_fr")]
    public void What_is_too_long_is_a_fault(int cell, int english, int french, string column)
    {
        folder.Append(File, $"{new string('c', cell)},{new string('e', english)},{new string('f', french)}");

        Assert.StartsWith($"cells.csv:5: {column}: ", folder.Fault());
    }

    [Fact]
    public void More_than_200_labels_of_one_indicator_are_a_fault()
    {
        for (var age = 0; age < 198; age++)
            folder.Append(File, $"tenure=in-{age}-years,{age},");
        Assert.Equal(200, folder.Read().Indicators[0].Labels.Count);

        folder.Append(File, "tenure=later,Later,");

        Assert.StartsWith("cells.csv:203: cell: need has more than 200 labels; ", folder.Fault());
    }
}
