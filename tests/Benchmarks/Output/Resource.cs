namespace CollectiveImpact.Benchmarks.Output;

/// <summary>Texts that lie beside the code that uses them, and are built into it.</summary>
internal static class Resource
{
    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Resource).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
