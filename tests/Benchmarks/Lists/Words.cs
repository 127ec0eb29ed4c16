using System.Globalization;
using CollectiveImpact.V1;

namespace CollectiveImpact.Benchmarks.Lists;

/// <summary>Texts and days as people would write them.</summary>
internal static class Words
{
    private const string Sentence = "Families who rent find a home that they can afford, near school and work, and keep it. ";

    public static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    public static string Day(int fromToday) => Today.AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Text Name(string what) => new() { En = what, Fr = $"{what}, en français" };

    public static Text Paragraph(int sentences) => new() { En = string.Concat(Enumerable.Repeat(Sentence, sentences)) };

    /// <summary>A partner of so many that is an organisation, and shared: every fifth is a person.</summary>
    public static string Organisation(int number, int partners)
    {
        var partner = number % partners;
        return Partner(IsPerson(partner) ? partner - 1 : partner);
    }

    public static string Partner(int number) => $"partner-{number}";

    public static bool IsPerson(int partner) => partner % 5 == 4;

    public static string Clause(int number) => $"c{number}";

    /// <summary>A clause of so many that activities serve: every fifth is a principle.</summary>
    public static string WorkedOn(int number, int clauses)
    {
        var clause = number % clauses;
        return Clause(IsPrinciple(clause) ? clause - 1 : clause);
    }

    public static bool IsPrinciple(int clause) => clause % 5 == 4;
}
