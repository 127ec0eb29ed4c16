using System.Globalization;
using CollectiveImpact.Benchmarks.Nodes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Benchmarks.RollUp;

/// <summary>One report of a local for one month: two cells and the total they add up to.</summary>
internal sealed record SampleReport(string Initiative, string Period, decimal Owner, decimal Renter)
{
    public const string OwnerCell = "tenure=owner", RenterCell = "tenure=renter";

    public decimal Total => Owner + Renter;

    /// <summary>A number of reports, a month of every local after the other.</summary>
    /// <param name="locals">How many locals there are.</param>
    /// <param name="first">The first month, from 0.</param>
    /// <param name="count">How many reports.</param>
    public static SampleReport[] Take(int locals, int first, int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new SampleReport(
            RunningNest.Local(i % locals), Month(first + i / locals), i % 1000 + 0.25m, i % 777 + 0.5m)),
    ];

    /// <summary>How many months so many reports take.</summary>
    public static int Months(int locals, int count) => (count + locals - 1) / locals;

    public ReportRequest Request() => new()
    {
        Initiative = Initiative,
        Indicator = Registration.Indicator,
        Period = Period,
        Observations = { Observe("", Total), Observe(OwnerCell, Owner), Observe(RenterCell, Renter) },
    };

    private static string Month(int month) => string.Create(CultureInfo.InvariantCulture, $"{1000 + month / 12:0000}-{month % 12 + 1:00}");

    private static Observation Observe(string cell, decimal value) => new() { Cell = cell, Value = value.ToString(CultureInfo.InvariantCulture) };
}
