using CollectiveImpact.Backbone.Activities;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Tests.Network;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Tests.Records;

/// <summary>What is kept counted is what is there, whatever was written, moved and withdrawn, and whoever is counted.</summary>
public sealed class CountTests : IAsyncLifetime
{
    private const string Nation = "ca";
    private static readonly string[] Provinces = ["ca.on", "ca.qc", "ca.bc"];
    private static readonly string[] Locals = [.. Enumerable.Range(0, 30).Select(i => $"{Provinces[i % 3]}.l{i}")];
    private static readonly string[] Clauses = ["ca/homes", "ca/jobs", "ca.on/rents"];

    private readonly string _folder = Directory.CreateTempSubdirectory("nest-test-").FullName;
    private TestNode _node = null!;

    public async Task InitializeAsync()
    {
        _node = await TestNode.StartAsync(_folder, Level.National, []);
        await _node.Log.WriteAsync(
            transaction =>
            {
                Register(transaction, Nation, Level.National);
                foreach (var province in Provinces) Register(transaction, province, Level.Provincial, Nation);
                foreach (var local in Locals) Register(transaction, local, Level.Local, local[..5]);
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
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task what_is_kept_counted_is_what_is_there(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 15; round++)
        {
            await _node.Log.WriteAsync(
                transaction =>
                {
                    for (var i = 0; i < 40; i++) Change(transaction, random);
                    return true;
                },
                default);
            Assert.Empty(Faults());
            string[] members = [.. Provinces.Append(Nation).Concat(Locals).Where(_ => random.Next(3) > 0)];
            string[] ontario = ["ca.on", Nation, .. Locals.Where(local => local.StartsWith("ca.on.", StringComparison.Ordinal)), .. Locals.Take(10)];
            foreach (var line in (string[]?[])[null, members, [.. ontario.Distinct()], members[..3]])
                foreach (var clause in Clauses) Assert.Equal(Named(clause, line), Counted(clause, line));
        }
    }

    [Fact]
    public async Task activities_of_some_initiatives_are_those_of_all_but_the_others()
    {
        var random = new Random(5);
        await _node.Log.WriteAsync(
            transaction =>
            {
                for (var i = 0; i < 400; i++) Change(transaction, random);
                return true;
            },
            default);
        List<string> ids = [.. Provinces.Append(Nation).Concat(Locals).Order(StringComparer.Ordinal)];
        foreach (var share in (int[])[0, 1, 5, 9, 10])
        {
            var members = ids.Where(_ => random.Next(10) < share).ToHashSet();
            var ranges = InitiativeRanges.Of(ids, members);
            foreach (var wanted in (Wanted[])[new(ActivityTopic.All), Wanted.Working(ActivityTopic.Clause(Clauses[0]))])
            {
                var all = Found(wanted, InitiativeRanges.Of(ids, ids.ToHashSet()));
                var some = all.Where(work => members.Contains(work.Initiative)).ToList();
                Assert.Equal(some, Found(wanted, ranges));
                foreach (var (work, place) in some.Select((work, place) => (work, place)).Where(each => each.place % 7 == 0))
                    Assert.Equal(some.Skip(place + 1), Found(wanted, ranges, work.Initiative, work.Id));
            }
        }
    }

    [Fact]
    public async Task a_count_that_has_drifted_is_found()
    {
        await _node.Log.WriteAsync(
            transaction =>
            {
                transaction.Write(new DocumentKey(Locals[0], ActivityKind.Shared, "a1"), 0, Serving(new Random(1), Clauses[0]));
                transaction.Execute("UPDATE counts SET many = 7 WHERE target = $1", ActivityTopic.Clause(Clauses[0]));
                transaction.Execute("INSERT INTO counts VALUES ('clause ca/none', 'activity', 'ca', '12', 1, 'x')");
                return true;
            },
            default);

        Assert.Equal(["clause ca/homes activity 11", "clause ca/none activity 12"], Faults().Select(fault => fault.Id).Order(StringComparer.Ordinal));

        await _node.Log.WriteAsync(transaction => transaction.Execute("DELETE FROM counts"), default);
        Assert.StartsWith("none is kept, and the references are 1", Assert.Single(Faults()).Fault, StringComparison.Ordinal);
    }

    private List<Work> Found(Wanted wanted, InitiativeRanges among, string initiative = "", string id = "") =>
        _node.Log.Read(reader => new ActivityIndex(reader.Query).Find(wanted, among, initiative, id).ToList());

    private static void Change(LogTransaction transaction, Random random)
    {
        var initiative = Locals.Concat(Provinces).Append(Nation).ElementAt(random.Next(Locals.Length + Provinces.Length + 1));
        var id = $"a{random.Next(3)}";
        switch (random.Next(10))
        {
            case 0:
                Withdraw(transaction, new DocumentKey(initiative, ActivityKind.Shared, id));
                break;
            case 1:
                Withdraw(transaction, new DocumentKey(initiative, ActivityKind.Kept, id));
                break;
            case 2 when Locals.Contains(initiative):
                var parent = Provinces[random.Next(3)];
                transaction.Write(new DocumentKey(initiative, "alignment", parent), 0, new Alignment { Parent = parent, Until = random.Next(2) == 0 ? "" : "2026-01-01" });
                break;
            case 3 when Locals.Contains(initiative):
                Withdraw(transaction, new DocumentKey(initiative, "alignment", Provinces[random.Next(3)]));
                break;
            default:
                var kind = random.Next(4) == 0 ? ActivityKind.Kept : ActivityKind.Shared;
                transaction.Write(new DocumentKey(initiative, kind, id), 0, Serving(random, [.. Clauses.Where(_ => random.Next(2) == 0)]));
                break;
        }
    }

    private static Activity Serving(Random random, params string[] clauses) => new()
    {
        Name = new Text { En = "Roofs" },
        Lead = "city",
        Status = (Activity.Types.Status)(1 + random.Next(4) % 4),
        From = $"2026-0{1 + random.Next(9)}-01",
        Clauses = { clauses },
    };

    private static void Register(LogTransaction transaction, string id, Level level, string? parent = null)
    {
        transaction.Write(new DocumentKey(id, "initiative", id), 0, new InitiativeRecord { Level = level, Name = new Text { En = id } });
        if (parent is not null) transaction.Write(new DocumentKey(id, "alignment", parent), 0, new Alignment { Parent = parent });
    }

    private static void Withdraw(LogTransaction transaction, DocumentKey key)
    {
        if (transaction.Find(key) is { Content.Deleted: false }) transaction.Write(key, 0, null);
    }

    private List<VerifyFault> Faults() => _node.Log.Read(reader =>
    {
        List<VerifyFault> faults = [];
        new CountCheck().Check(reader, faults.Add);
        return faults;
    });

    private int Named(string clause, string[]? members) => _node.Log.Read(reader =>
        ReferenceTable.Of(reader, ActivityTopic.Clause(clause), ActivityKind.Shared, ActivityKind.Kept).Count(mention => members?.Contains(mention.Initiative) ?? true));

    private int Counted(string clause, string[]? members) => _node.Log.Read(reader =>
    {
        var (line, index, target) = (CountedLine.Of(reader, members), new ActivityIndex(reader.Query), ActivityTopic.Clause(clause));
        return index.KindsThere.SelectMany(kind => CountTable.Of(reader, target, kind)).Where(counted => line.HasAllOf(counted.Place)).Sum(counted => counted.Many)
            + line.Others.Sum(other => index.Count(target, other).Sum(tally => tally.Count));
    });
}
