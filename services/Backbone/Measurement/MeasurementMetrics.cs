using System.Diagnostics.Metrics;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>Reports, counted. What they say and whose they are is no attribute.</summary>
internal sealed class MeasurementMetrics
{
    public const string MeterName = "CollectiveImpact.Backbone";

    private readonly Counter<long> _accepted;
    private readonly Counter<long> _refused;

    public MeasurementMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _accepted = meter.CreateCounter<long>("collectiveimpact.backbone.reports.accepted", "{report}", "Reports that stand, those that changed nothing included");
        _refused = meter.CreateCounter<long>("collectiveimpact.backbone.reports.refused", "{report}", "Reports that were refused, those of a refused import included");
    }

    /// <summary>Counts reports by how the call that brings them ends.</summary>
    public async Task<T> Count<T>(Func<int> reports, Func<Task<T>> call)
    {
        try
        {
            var answer = await call();
            _accepted.Add(reports());
            return answer;
        }
        catch (RpcException exception)
        {
            _refused.Add(reports(), new KeyValuePair<string, object?>("error.type", exception.StatusCode.ToString()));
            throw;
        }
    }
}
