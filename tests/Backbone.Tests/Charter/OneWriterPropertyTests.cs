using CollectiveImpact.Exchange.Documents;
using FsCheck;
using FsCheck.Fluent;
using static CollectiveImpact.Backbone.Tests.Charter.CharterCourse;

namespace CollectiveImpact.Backbone.Tests.Charter;

/// <summary>
/// Whatever is declared, handed over, accepted, released and lapses, and however late nodes hear of it: no two nodes are
/// left that both write for one function. A course that fails is shown with the seed by which <c>Config.WithReplay</c> runs it again.
/// </summary>
public sealed class OneWriterPropertyTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400);

    [Fact]
    public void at_any_moment_whoever_knows_the_whole_charter_takes_one_node_s_work_an_epoch() => Prop.ForAll(Courses, steps =>
    {
        var course = new CharterCourse();
        for (var i = 0; i < steps.Length; i++)
        {
            if (!course.Take(steps[i])) continue;
            var observers = (CharterNode[])[course.Observer(i), course.Observer(i + 1), course.Observer(i + 4)];
            var work = course.Work.Where(document => observers.Any(observer => !observer.Refuses(document)));
            foreach (var epoch in work.GroupBy(document => document.Content.Epoch))
                Assert.True(epoch.DistinctBy(document => document.Writer).Count() == 1, $"after step {i}, of epoch {epoch.Key} the work of several is taken: {Words(epoch)}");
        }
    }).Check(Many);

    [Fact]
    public void once_all_has_come_everywhere_all_name_one_writer_it_alone_may_write_and_its_forerunners_are_refused() => Prop.ForAll(Courses, steps =>
    {
        var course = new CharterCourse();
        foreach (var step in steps) course.Take(step);
        course.End();

        var (knows, writing) = (course.Nodes[0], course.Nodes.Where(node => node.MayWrite is not null).Select(node => (node.Host, node.MayWrite)));
        Assert.Single(course.Nodes.Select(node => (node.Tenures.Current?.Writer, node.Tenures.Current?.Epoch)).Distinct());
        Assert.Equal(knows.Tenures.Past.Where(tenure => !knows.IsOver(tenure)).Select(tenure => (tenure.Writer, (long?)tenure.Epoch)), writing);
        foreach (var tenure in knows.Tenures.Past.Where(knows.IsOver))
        {
            var late = course.Nodes.Single(node => node.Host == tenure.Writer).Forged(tenure.Epoch);
            Assert.All(course.Nodes, node => Assert.True(node.Refuses(late), $"{node.Host} takes what {tenure.Writer} writes under epoch {tenure.Epoch} that is over"));
        }
    }).Check(Many);

    [Fact]
    public void at_any_moment_one_node_at_most_may_write_and_one_alone_ever_wrote_in_an_epoch() => Prop.ForAll(Courses, steps =>
    {
        var course = new CharterCourse();
        for (var i = 0; i < steps.Length; i++)
        {
            course.Take(steps[i]);
            var writing = course.Nodes.Where(node => node.MayWrite is not null).Select(node => node.Host).ToArray();
            Assert.True(writing.Length <= 1, $"after step {i} these may write: {string.Join(", ", writing)}");
        }

        course.End();
        foreach (var epoch in course.Work.GroupBy(document => document.Content.Epoch))
            Assert.True(epoch.DistinctBy(document => document.Writer).Count() == 1, $"several wrote under epoch {epoch.Key}: {Words(epoch)}");
        Assert.All(course.Work, document => Assert.All(course.Nodes, node => Assert.True(node.Has(document), $"{node.Host} lacks {document.Key.Id}")));
    }).Check(Many);

    /// <summary>The smallest course in which an initiative declined what had begun without its word.</summary>
    [Fact]
    public void an_initiative_that_is_given_a_share_in_its_own_function_can_not_undo_that_by_declining_it()
    {
        var course = new CharterCourse();
        foreach (var step in (Step[])
            [
                new(What.Declare, 0, 2, 45), new(What.Come, 0, 2, 51), new(What.Respond, 2, 0, 69), new(What.Come, 2, 0, 66), new(What.Come, 0, 2, 51),
                new(What.HandOver, 2, 2, 8), new(What.Come, 2, 0, 96), new(What.Respond, 0, 2, 93), new(What.Work, 2, 2, 45),
            ])
            course.Take(step);
        course.End();

        Assert.Equal(["west"], course.Nodes.Where(node => node.MayWrite == 2).Select(node => node.Host));
        Assert.All(course.Work, document => Assert.All(course.Nodes, node => Assert.True(node.Has(document))));
    }

    /// <summary>Who proposes cannot know of an acceptance that has not come: so it is not the acceptance by which a tenure begins.</summary>
    [Fact]
    public void an_acceptance_that_crosses_a_change_of_what_was_proposed_begins_nothing()
    {
        var course = new CharterCourse();
        foreach (var step in (Step[])
            [
                new(What.Declare, 0, 1, 89), new(What.Come, 0, 1, 58), new(What.Respond, 1, 3, 64), new(What.Declare, 0, 0, 68),
                new(What.Work, 1, 0, 57), new(What.Work, 0, 0, 57),
            ])
            course.Take(step);
        Assert.Equal(["young"], course.Nodes.Where(node => node.MayWrite == 1).Select(node => node.Host));

        course.End();

        Assert.Equal(["young"], course.Nodes.Where(node => node.MayWrite is not null).Select(node => node.Host));
        Assert.All(course.Nodes, node => Assert.Equal("young", node.Tenures.Current?.Writer));
        Assert.Single(course.Work);
    }

    private static string Words(IEnumerable<StoredDocument> work) => string.Join(", ", work.Select(document => $"{document.Key.Id} of {document.Content.WrittenAt}"));
}
