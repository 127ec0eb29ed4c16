namespace CollectiveImpact.NestFolder.Reading;

/// <summary>One row of a table: a text for each column that its file may have, empty where it has none.</summary>
internal readonly struct TableRow(string file, int number, string[] columns, string[] values, FaultList faults)
{
    /// <summary>The line on which the row begins, counted from 1.</summary>
    public int Number => number;

    public string this[int column] => values[column];

    public void Fault(int column, string message) => faults.Add(file, number, columns[column], message);

    public void Fault(string message) => faults.Add(file, number, "", message);

    /// <summary>True, or a fault of the column.</summary>
    public bool Demand(bool condition, int column, string message)
    {
        if (!condition)
            Fault(column, message);
        return condition;
    }
}
