using System.Collections.Concurrent;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Fakes;

/// <summary>What the fake node knows. A test fills it before it opens a page.</summary>
internal sealed class FakeNest
{
    public SortedDictionary<string, Initiative> Initiatives { get; } = new(StringComparer.Ordinal);

    public List<Indicator> Indicators { get; } = [];

    public Dictionary<(string Initiative, string Indicator, string Cell), List<SeriesPoint>> Points { get; } = [];

    public Dictionary<string, FunctionMap> Functions { get; } = [];

    public Dictionary<(string Initiative, string Indicator, string Period, string Cell), Reconciliation> Reconciliations { get; } = [];

    /// <summary>Methods that end in a status, and the holder that the gateway would name.</summary>
    public Dictionary<string, (StatusCode Status, string Holder)> Failing { get; } = [];

    public ConcurrentQueue<string> Calls { get; } = new();

    public Initiative Add(string id, Level level, Text name, params Alignment[] alignments)
    {
        var initiative = new Initiative { Initiative_ = id, Level = level, Name = name, Alignments = { alignments } };
        Initiatives[id] = initiative;
        return initiative;
    }

    public Indicator Define(string definer, string id, Indicator.Types.Kind kind, Text name)
    {
        var indicator = new Indicator
        {
            Initiative = definer,
            Indicator_ = id,
            Kind = kind,
            Name = name,
            PeriodKind = Indicator.Types.PeriodKind.Year,
        };
        Indicators.Add(indicator);
        return indicator;
    }

    public void Report(string initiative, Indicator indicator, SeriesPoint point)
    {
        var key = (initiative, $"{indicator.Initiative}/{indicator.Indicator_}", point.Cell);
        if (!Points.TryGetValue(key, out var points))
            Points[key] = points = [];
        points.Add(point);
    }

    public bool IsUnder(Initiative initiative, string ancestor) =>
        ancestor.Length == 0
        || initiative.Initiative_ == ancestor
        || initiative.Alignments.Any(alignment =>
            Initiatives.TryGetValue(alignment.Parent, out var parent) && IsUnder(parent, ancestor));

    /// <summary>Notes the call, and ends it where the test wants it to fail.</summary>
    public void Answering(string method)
    {
        Calls.Enqueue(method);
        if (!Failing.TryGetValue(method, out var failure))
            return;
        var fault = new Fault { Message = "It is down.", Holder = failure.Holder };
        throw new RpcException(
            new Status(failure.Status, "It is down."),
            new Metadata { { "collectiveimpact-fault-bin", Google.Protobuf.MessageExtensions.ToByteArray(fault) } });
    }
}
