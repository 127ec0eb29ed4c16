namespace CollectiveImpact.Exchange.Tests.Nodes;

/// <summary>A folder that is gone when the test is.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("nest-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
