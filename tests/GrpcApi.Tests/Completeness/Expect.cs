namespace CollectiveImpact.GrpcApi.Tests.Completeness;

internal static class Expect
{
    /// <summary>Fails with the whole list, one a line, where xunit's own message would cut it short.</summary>
    public static void None(IEnumerable<string> missing)
    {
        var lines = missing.Distinct().Order(StringComparer.Ordinal).ToList();
        if (lines.Count > 0)
            Assert.Fail($"{lines.Count} missing:\n{string.Join('\n', lines)}");
    }
}
