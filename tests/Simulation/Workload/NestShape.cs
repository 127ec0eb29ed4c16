using CollectiveImpact.Simulation.Nodes;
using CollectiveImpact.Simulation.Stores;
using CollectiveImpact.Simulation.Wires;
using CollectiveImpact.V1;

namespace CollectiveImpact.Simulation.Workload;

/// <summary>An initiative of the schedule, its host, and what it aligns with.</summary>
internal sealed record Place(string Id, SimulatedNode Host, IReadOnlyList<string> Parents);

/// <summary>The nodes of a schedule, the ways between them, and the initiatives that they are to host.</summary>
internal sealed class NestShape
{
    private readonly Dictionary<string, Place> _places = [];

    private NestShape()
    {
    }

    public List<SimulatedNode> Nodes { get; } = [];

    public List<Edge> Edges { get; } = [];

    public IEnumerable<Place> Places => _places.Values;

    public static NestShape Draw(long seed, Random random, string folder)
    {
        var shape = new NestShape();
        var nation = shape.Add(seed, folder, "ca", Level.National);
        shape.Host("ca", nation);
        var provinces = new[] { "on", "qc" }.Take(random.Next(1, 3)).ToList();
        foreach (var province in provinces) shape.Host($"ca.{province}", shape.Add(seed, folder, province, Level.Provincial, nation), "ca");
        var locals = random.Next(1, 5);
        for (var i = 1; i <= locals; i++)
        {
            string[] parents = (i, random.Next(6)) switch
            {
                (1, _) when provinces.Count == 2 && random.Next(3) > 0 => ["ca.on", "ca.qc"],
                (_, 0) => ["ca"],
                (_, var chance) => [$"ca.{provinces[chance % provinces.Count]}"],
            };
            var node = shape.Add(seed, folder, $"l{i}", Level.Local, [.. parents.Select(parent => shape.Of(parent).Host)]);
            shape.Host($"ca.l{i}", node, parents);
            if (random.Next(4) == 0) shape.Host($"ca.l{i}.b", node, parents[^1]);
        }

        return shape;
    }

    public Place Of(string initiative) => _places[initiative];

    /// <summary>All that lie above an initiative.</summary>
    public IEnumerable<string> Ancestors(string initiative) =>
        Of(initiative).Parents.SelectMany(parent => Ancestors(parent).Prepend(parent)).Distinct();

    private SimulatedNode Add(long seed, string folder, string name, Level level, params SimulatedNode[] parents)
    {
        var node = new SimulatedNode(Nodes.Count, name, level, SeededKeys.Of(seed, name), new NodeFiles(Directory.CreateDirectory(Path.Combine(folder, name)).FullName));
        Nodes.Add(node);
        Edges.AddRange(parents.Select(parent => new Edge(node, parent)));
        return node;
    }

    private void Host(string id, SimulatedNode host, params string[] parents) => _places.Add(id, new Place(id, host, parents));
}
