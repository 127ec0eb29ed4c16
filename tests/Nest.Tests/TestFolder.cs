namespace CollectiveImpact.Nest.Tests;

/// <summary>A folder of a test's own, gone after it.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("nest-test-").FullName;

    /// <summary>With the files of the built-in nest.</summary>
    public static TestFolder WithBuiltInNest()
    {
        var folder = new TestFolder();
        foreach (var file in Directory.GetFiles(NestOptions.BuiltInFolder))
            File.Copy(file, System.IO.Path.Combine(folder.Path, System.IO.Path.GetFileName(file)));
        return folder;
    }

    /// <summary>With its initiatives, functions and figures: what is said of its partners, activities and so on takes as long again.</summary>
    public static TestFolder WithFigures()
    {
        var folder = WithBuiltInNest();
        File.Delete(System.IO.Path.Combine(folder.Path, "calls.json"));
        return folder;
    }

    public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    public void Replace(string file, string old, string with)
    {
        var path = System.IO.Path.Combine(Path, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text);
        File.WriteAllText(path, text.Replace(old, with));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
