using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>The tables of measurement.</summary>
internal static class MeasurementSchema
{
    public static Schema Steps { get; } = new("measurement", [
        """
        -- Every figure of every report that stands. Figures are decimal text: exact.
        CREATE TABLE contributions (
            initiative TEXT NOT NULL,
            indicator TEXT NOT NULL,
            period TEXT NOT NULL,
            reporter TEXT NOT NULL,
            part TEXT NOT NULL,
            cell TEXT NOT NULL,
            value TEXT NOT NULL,
            denominator TEXT NOT NULL,
            from_cells INTEGER NOT NULL,
            PRIMARY KEY (initiative, indicator, period, reporter, part, cell)) WITHOUT ROWID;
        CREATE INDEX contributions_figure ON contributions (indicator, period, cell);

        -- What they add up to, for each initiative whose figures this node keeps.
        CREATE TABLE totals (
            initiative TEXT NOT NULL,
            indicator TEXT NOT NULL,
            cell TEXT NOT NULL,
            period TEXT NOT NULL,
            value TEXT NOT NULL,
            denominator TEXT NOT NULL,
            contributions INTEGER NOT NULL,
            PRIMARY KEY (initiative, indicator, cell, period)) WITHOUT ROWID;
        """,
        """
        -- The documents of reports say what their figures are.
        DROP TABLE contributions;

        -- The cells of a period are beside each other: a report changes them together.
        CREATE TABLE totals_by_period (
            initiative TEXT NOT NULL,
            indicator TEXT NOT NULL,
            period TEXT NOT NULL,
            cell TEXT NOT NULL,
            value TEXT NOT NULL,
            denominator TEXT NOT NULL,
            contributions INTEGER NOT NULL,
            PRIMARY KEY (initiative, indicator, period, cell)) WITHOUT ROWID;
        INSERT INTO totals_by_period (initiative, indicator, period, cell, value, denominator, contributions)
            SELECT initiative, indicator, period, cell, value, denominator, contributions FROM totals ORDER BY initiative, indicator, period, cell;
        DROP TABLE totals;
        ALTER TABLE totals_by_period RENAME TO totals;
        """,
    ],
    ["totals"])
    {
        Former = ["contributions"],
    };
}
