namespace CollectiveImpact.Exchange.Tests.Nodes;

/// <summary>A folder that is gone when the test is.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("nest-test-").FullName;

    /// <summary>Puts a copy of each file into another folder.</summary>
    public void CopyTo(TestFolder other)
    {
        foreach (var file in Directory.GetFiles(Path)) File.Copy(file, System.IO.Path.Combine(other.Path, System.IO.Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
