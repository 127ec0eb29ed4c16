using CollectiveImpact.Console.Agenda.Drafting;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Tests.Agenda;

public sealed class TypedDraftTests
{
    [Fact]
    public void Clauses_stand_in_the_order_of_their_numbers_and_those_without_words_are_left_out()
    {
        var draft = Typed(Clause("10", "Tenth"), Clause("2.1", "A part"), Clause("3", ""), Clause("2", "Second"), TypedClause.Blank).Draft();
        Assert.Equal(["2", "2.1", "10"], draft.Clauses.Select(clause => clause.Number));
    }

    [Fact]
    public void A_clause_keeps_its_id_and_a_new_one_is_called_after_its_words()
    {
        var draft = Typed(
            Clause("1", "Every child reads", "read"), Clause("2", "Every child reads"), Clause("3", "Every child reads"), Clause("4", "", fr: "Été à l’école")).Draft();
        Assert.Equal(["read", "every-child-reads", "every-child-reads-2", "ete-a-l-ecole"], draft.Clauses.Select(clause => clause.Clause_));
    }

    [Fact]
    public void What_stands_and_is_sent_unchanged_says_the_same()
    {
        var stands = new AgendaDraft
        {
            Title = new Text { En = "Read", Fr = "Lire" },
            Quorum = new Quorum { AnsweredPercent = 80, AgreedPercent = 66 },
            Clauses = { new Clause { Clause_ = "read", Number = "1", Kind = V1.Clause.Types.Kind.Vision, Text = new Text { En = "All", Fr = "Tous" } } },
        };
        Assert.Equal(stands, TypedDraft.Of(stands).WithBlank(3).Draft());
    }

    [Theory]
    [InlineData("75", 75)]
    [InlineData("75 %", 75)]
    [InlineData("75\u00A0%", 75)]
    [InlineData("many", 0)]
    public void A_quorum_is_read_as_people_write_it(string typed, int percent) =>
        Assert.Equal(percent, (Typed() with { Answered = typed }).Draft().Quorum.AnsweredPercent);

    [Theory]
    [InlineData("Nobody sleeps outside!", "nobody-sleeps-outside")]
    [InlineData("  Œuvre  ", "oeuvre")]
    [InlineData("日本", "clause")]
    [InlineData("A", "a")]
    public void An_id_is_made_of_what_can_stand_in_one(string name, string id) => Assert.Equal(id, MadeId.Of(new Text { En = name }, "clause", []));

    private static TypedClause Clause(string number, string en, string id = "", string fr = "") => new(id, number, V1.Clause.Types.Kind.Goal, en, fr);

    private static TypedDraft Typed(params TypedClause[] clauses) => new("Title", "", "75", "60", clauses, "");
}
