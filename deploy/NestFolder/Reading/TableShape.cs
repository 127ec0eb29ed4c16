namespace CollectiveImpact.NestFolder.Reading;

/// <summary>Which columns a file has: those it must have first, then those it may leave out.</summary>
internal sealed record TableShape(string File, int Required, params string[] Columns)
{
    public string Listed => string.Join(", ", Columns);
}
