namespace CollectiveImpact.Faults.Tests.Settling;

/// <summary>What a comparison has found, in words; nothing where all is as it should be.</summary>
/// <param name="Lost">Acknowledged, and not there or not with its last value.</param>
/// <param name="Doubled">There twice, or counted twice.</param>
/// <param name="Invented">There, and never acknowledged.</param>
/// <param name="Wrong">Sums that do not add up, documents that were refused, and what the operator's check finds.</param>
internal sealed record Findings(IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled, IReadOnlyList<string> Invented, IReadOnlyList<string> Wrong)
{
    private const int Shown = 20;

    public bool None => Lost.Count + Doubled.Count + Invented.Count + Wrong.Count == 0;

    public override string ToString() => string.Join(
        Environment.NewLine,
        [
            $"{Lost.Count} lost, {Doubled.Count} doubled, {Invented.Count} invented, {Wrong.Count} otherwise wrong",
            .. Lost.Take(Shown).Select(each => $"  lost      {each}"),
            .. Doubled.Take(Shown).Select(each => $"  doubled   {each}"),
            .. Invented.Take(Shown).Select(each => $"  invented  {each}"),
            .. Wrong.Take(Shown).Select(each => $"  wrong     {each}"),
        ]);
}
