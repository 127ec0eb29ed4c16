using CollectiveImpact.Backbone.Communication;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Backbone.Tests.Network;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using Microsoft.Extensions.DependencyInjection;
using static CollectiveImpact.Backbone.Tests.Communication.Saying;

namespace CollectiveImpact.Backbone.Tests.Communication;

/// <summary>
/// What was posted over a nest of hundreds is counted and listed by the database, in another way for few, for many and
/// for all who are seen. All ways give what the posts themselves say.
/// </summary>
public sealed class PostedTests : IAsyncLifetime
{
    private const string Nation = "ca", Few = "ca.bc", Many = "ca.on";
    private static readonly string[] Locals = [.. Enumerable.Range(0, 620).Select(i => $"{(i % 30 == 0 ? Few : Many)}.l{i}")];

    private readonly string _folder = Directory.CreateTempSubdirectory("nest-test-").FullName;
    private readonly List<(PostId Id, string Writer, string Author, string When)> _posts = [];
    private TestNode _node = null!;

    private NestState Nest => _node.Services.GetRequiredService<StandingRules>().Published.Nest;

    public async Task InitializeAsync()
    {
        _node = await TestNode.StartAsync(_folder, Level.National, []);
        var random = new Random(1);
        await _node.Log.WriteAsync(
            transaction =>
            {
                Register(transaction, Nation, Level.National);
                foreach (var province in new[] { Few, Many }) Register(transaction, province, Level.Provincial, Nation);
                foreach (var local in Locals) Register(transaction, local, Level.Local, local[..5]);
                for (var i = 0; i < 1500; i++) Post(transaction, random);
                return true;
            },
            default);
    }

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(Nation, "")]
    [InlineData(Nation, "jane")]
    [InlineData(Many, "")]
    [InlineData(Few, "jane")]
    [InlineData("ca.bc.l0", "")]
    public void threads_of_a_period_are_counted_as_their_posts_are(string initiative, string person)
    {
        var line = Line.Of(Nest, initiative);
        var days = new Days("2026-03-02", "2026-03-04", LatestFirst: true);
        var should = _posts
            .Where(post => post.When[..10] is "2026-03-02" or "2026-03-03" or "2026-03-04")
            .Where(post => line.Contains(post.Writer) && line.Contains(post.Id.Of) && (person.Length == 0 || post.Writer != initiative || post.Author != person))
            .GroupBy(post => post.Id with { Number = 0 })
            .Select(thread => (thread.Key, Posts: thread.Count(), Latest: thread.Select(post => $"{post.When} {post.Writer} {post.Id.Text}").Max(StringComparer.Ordinal)!))
            .ToList();

        var (posts, threads) = _node.Log.Read(reader => PostedThreads.Read(reader, Nest, initiative, person, days));

        Assert.Equal((should.Sum(each => each.Posts), should.Count), (posts, threads.Count));
        Assert.Equal(should.OrderByDescending(each => each.Latest, StringComparer.Ordinal), threads.Entries.Select(thread => (thread.Thread, thread.Posts, thread.Latest.Place)));
    }

    [Theory]
    [InlineData(Nation)]
    [InlineData(Many)]
    [InlineData(Few)]
    [InlineData("ca.bc.l0")]
    public async Task posts_are_counted_and_listed_of_those_who_are_seen(string initiative)
    {
        // What is withdrawn is neither counted nor the last.
        await _node.Log.WriteAsync(
            transaction =>
            {
                foreach (var gone in _posts.OrderByDescending(post => post.When, StringComparer.Ordinal).Take(300).ToList())
                {
                    transaction.Write(new DocumentKey(gone.Writer, "post", gone.Id.Text), 0, null);
                    _posts.Remove(gone);
                }

                return true;
            },
            default);
        var line = Line.Of(Nest, initiative);
        var seen = _posts.Where(post => post.Id.Of == Nation && line.Contains(post.Writer)).GroupBy(post => post.Id.Topic).ToList();

        var threads = _node.Log.Read(reader => ThreadPosts.In(reader, Nest, line, $"{Nation}/forum/", "post"));

        Assert.Equal(
            seen.Select(thread => (thread.Key, thread.Count(), thread.Max(post => $"{post.When} {post.Writer}"))).OrderBy(each => each.Key),
            threads.Select(thread => (thread.Key, thread.Value.Posts, $"{thread.Value.Last} {thread.Value.Writer}")).OrderBy(each => each.Key)!);
        foreach (var thread in seen)
        {
            var places = thread.Select(post => $"{post.When} {post.Writer} {post.Id.Text}").Order(StringComparer.Ordinal).ToList();
            Assert.Equal(places, Listed(line, thread.Key, ""));
            Assert.Equal(places.Skip(3), Listed(line, thread.Key, places[Math.Min(2, places.Count - 1)]));
        }
    }

    [Fact]
    public void stories_are_counted_alike_one_by_one_and_all_together()
    {
        var (days, line) = (new Days("2026-03-02", "2026-03-04", LatestFirst: true), Line.Of(Nest, Few));
        var (all, few) = _node.Log.Read(reader => (PostKind.Written.Count(reader, Line.Of(Nest, Nation), days), PostKind.Written.Count(reader, line, days)));

        Assert.Equal(_posts.Count(post => post.When[..10] is not ("2026-03-01" or "2026-03-05")), all);
        Assert.Equal(_posts.Count(post => line.Contains(post.Writer) && post.When[..10] is not ("2026-03-01" or "2026-03-05")), few);
    }

    private List<string> Listed(HashSet<string> line, string topic, string after) =>
        _node.Log.Read(reader => ThreadMarks.Read(reader, line, topic, "post", after).Select(mark => mark.Place).ToList());

    private void Post(LogTransaction transaction, Random random)
    {
        string[] above = [Nation, Few, Many];
        var writer = random.Next(10) == 0 ? above[random.Next(3)] : random.Next(3) == 0 ? Locals[random.Next(3) * 30] : Locals[random.Next(Locals.Length)];
        var id = new PostId(above[random.Next(5) % 3], "forum", $"t{random.Next(4)}", _posts.Count + 1);
        var author = random.Next(2) == 0 ? "" : "jane";
        var when = $"2026-03-0{1 + random.Next(5)}T12:00:0{random.Next(3)}Z";
        transaction.Write(new DocumentKey(writer, "post", id.Text), 0, new Post { Author = author, Text = Words("Well said"), WrittenAt = At(when) });
        _posts.Add((id, writer, author, Spoken.Sorted(At(when))));
    }

    private static void Register(LogTransaction transaction, string id, Level level, string? parent = null)
    {
        transaction.Write(new DocumentKey(id, "initiative", id), 0, new InitiativeRecord { Level = level, Name = Words(id) });
        if (parent is not null) transaction.Write(new DocumentKey(id, "alignment", parent), 0, new Alignment { Parent = parent });
    }
}
