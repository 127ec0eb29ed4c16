namespace CollectiveImpact.Console.Figures;

internal enum PeriodShape
{
    Year,
    Quarter,
    Month,
    Week,
    Range,
}
