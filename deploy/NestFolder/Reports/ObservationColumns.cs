namespace CollectiveImpact.NestFolder.Reports;

/// <summary>Where the columns of <c>observations.csv</c> stand in its shape.</summary>
internal static class ObservationColumns
{
    public const int Initiative = 0;
    public const int Indicator = 1;
    public const int Period = 2;
    public const int Value = 3;
    public const int Cell = 4;
    public const int PartOf = 5;
    public const int Denominator = 6;
    public const int Reporter = 7;
}
