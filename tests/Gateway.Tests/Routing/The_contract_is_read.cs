using CollectiveImpact.Hosting.Contract;
using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.Tests.Routing;

public sealed class The_contract_is_read
{
    private readonly ContractMethods methods = ContractMethods.In(typeof(Charter).Assembly);

    [Fact]
    public void Every_method_of_every_service_is_found()
    {
        foreach (var service in new[] { V1.Nest.Descriptor, Charter.Descriptor, SharedMeasurement.Descriptor, Exchange.Descriptor })
            foreach (var method in service.Methods)
                Assert.True(methods.TryFind($"/{service.FullName}/{method.Name}", out _), method.FullName);
    }

    [Fact]
    public void Every_method_is_routed_but_those_between_nodes_and_those_of_a_node_s_operator()
    {
        var direct = methods.All.Where(method => method.Route is null).Select(method => method.Path.Split('/')[1]).Distinct().Order();
        Assert.Equal(["collectiveimpact.v1.Exchange", "collectiveimpact.v1.Operator"], direct);
        Assert.DoesNotContain(methods.All, method => method.Route is not null && method.Path.StartsWith("/collectiveimpact.v1.Operator/", StringComparison.Ordinal));
    }

    [Fact]
    public void What_only_reads_is_known_by_its_options()
    {
        Assert.True(methods.TryFind("/collectiveimpact.v1.SharedMeasurement/GetSeries", out var reads));
        Assert.True(methods.TryFind("/collectiveimpact.v1.SharedMeasurement/Report", out var writes));
        Assert.True(reads.IsReadOnly);
        Assert.False(writes.IsReadOnly);
    }
}
