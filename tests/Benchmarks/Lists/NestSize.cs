namespace CollectiveImpact.Benchmarks.Lists;

/// <summary>How large the nest is, and what its initiatives are called.</summary>
/// <param name="Locals">Locals, below ten provinces in turn.</param>
/// <param name="Share">How much each initiative has of what it would have: 1 for a hundred documents a local.</param>
internal sealed record NestSize(int Locals, double Share)
{
    public const string Nation = "bench";

    public const int Provinces = 10;

    // In all, in one channel of the nation's.
    private const int Posts = 30_000;

    /// <summary>How much there is of what a full initiative has so many of.</summary>
    public int Of(int many) => Math.Max(1, (int)(many * Share));

    /// <summary>What each local posts in the nation's channel.</summary>
    public int PostsEach => Math.Max(1, (int)(Posts * Share / Locals));

    public IEnumerable<string> AllProvinces => Enumerable.Range(0, Provinces).Select(Province);

    public IEnumerable<string> AllLocals => Enumerable.Range(0, Locals).Select(Local);

    public static string Province(int number) => $"{Nation}.p{number % Provinces}";

    public static string Local(int number) => $"{Province(number)}.local-{number}";
}
