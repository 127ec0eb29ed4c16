using CollectiveImpact.Backbone.Measurement;

namespace CollectiveImpact.Backbone.Tests.Measurement;

public sealed class IndicatorLabelTests
{
    [Fact]
    public void a_dimension_and_its_values_have_labels_in_either_language() =>
        Assert.Null(Fault(Label("tenure", "Tenure", "Mode d’occupation"), Label("tenure=owner", "Owners"), Label("age=65+", "", "65 ans et plus")));

    [Theory]
    [InlineData("")]
    [InlineData(" tenure")]
    [InlineData("tenure=")]
    [InlineData("=renter")]
    [InlineData("tenure=a=b")]
    [InlineData("tenure;age")]
    [InlineData("age=65+;tenure=renter")]
    [InlineData("tenure/owner")]
    [InlineData("tenure\n")]
    public void a_label_of_neither_a_dimension_nor_one_value_is_refused(string of) =>
        Assert.Equal("indicator.labels[1].of", Fault(Label("sex", "Sex"), Label(of, "Name"))?.Field);

    [Fact]
    public void a_label_of_more_than_a_cell_can_hold_is_refused()
    {
        Assert.Null(Fault(Label(new string('d', 198), "Name")));
        Assert.Equal("indicator.labels[0].of", Fault(Label(new string('d', 199), "Name"))?.Field);
    }

    [Fact]
    public void a_second_label_of_the_same_is_refused() =>
        Assert.Equal("indicator.labels[2].of", Fault(Label("tenure", "Tenure"), Label("age", "Age"), Label("tenure", "Tenancy"))?.Field);

    [Fact]
    public void a_label_without_a_name_is_refused()
    {
        Assert.Equal("indicator.labels[0].name", Fault(new CellLabel { Of = "tenure" })?.Field);
        Assert.Equal("indicator.labels[0].name", Fault(Label("tenure", ""))?.Field);
    }

    [Fact]
    public void a_name_of_more_than_200_characters_is_refused_by_language()
    {
        Assert.Null(Fault(Label("tenure", new string('n', 200), new string('n', 200))));
        Assert.Equal("indicator.labels[0].name.en", Fault(Label("tenure", new string('n', 201)))?.Field);
        Assert.Equal("indicator.labels[0].name.fr", Fault(Label("tenure", "Tenure", new string('n', 201)))?.Field);
    }

    [Fact]
    public void more_than_200_labels_are_refused()
    {
        var labels = Enumerable.Range(0, 201).Select(age => Label($"age={age}", $"{age} years")).ToArray();
        Assert.Null(Fault(labels[..200]));
        Assert.Equal("indicator.labels", Fault(labels)?.Field);
    }

    [Fact]
    public void a_unit_may_be_absent_and_has_at_most_60_characters_a_language()
    {
        Assert.Null(IndicatorKind.Fault(Indicator(null)));
        Assert.Null(IndicatorKind.Fault(Indicator(new Text { En = new string('u', 60), Fr = new string('u', 60) })));
        Assert.Equal("indicator.unit.en", IndicatorKind.Fault(Indicator(new Text { En = new string('u', 61) }))?.Field);
        Assert.Equal("indicator.unit.fr", IndicatorKind.Fault(Indicator(new Text { En = "households", Fr = new string('u', 61) }))?.Field);
    }

    [Fact]
    public void a_label_and_a_unit_may_change_while_figures_stand()
    {
        var after = Indicator(new Text { Fr = "ménages" });
        after.Labels.Add(Label("tenure", "Tenure"));
        Assert.Null(IndicatorKind.ChangeFault(Indicator(new Text { En = "households" }), after));
    }

    private static Exchange.Calls.CallFault? Fault(params CellLabel[] labels)
    {
        var indicator = Indicator(null);
        indicator.Labels.Add(labels);
        return IndicatorKind.Fault(indicator);
    }

    private static CellLabel Label(string of, string english, string french = "") => new() { Of = of, Name = new Text { En = english, Fr = french } };

    private static Indicator Indicator(Text? unit) => new()
    {
        Indicator_ = "need",
        Name = new Text { En = "Need" },
        Unit = unit,
        Kind = V1.Indicator.Types.Kind.Count,
        PeriodKind = V1.Indicator.Types.PeriodKind.Year,
    };
}
