namespace CollectiveImpact.Exchange.Log.Stores;

/// <summary>A connection to the store and its statements, each prepared once. Parameters are <c>$1</c>, <c>$2</c> and so on.</summary>
internal abstract class Statements : IDisposable
{
    /// <summary>Whether the connection can be used again.</summary>
    public abstract bool IsOpen { get; }

    /// <summary>Runs a statement.</summary>
    /// <param name="sql">It is prepared once and kept.</param>
    /// <param name="values">Texts, whole numbers, bytes and nulls.</param>
    /// <returns>How many rows it changed.</returns>
    /// <exception cref="System.Data.Common.DbException">The store fails, or refuses.</exception>
    public abstract int Execute(string sql, ReadOnlySpan<object?> values);

    /// <summary>Runs a query. The same query is run again when its rows are disposed of.</summary>
    public abstract Rows Query(string sql, ReadOnlySpan<object?> values);

    /// <summary>Runs a script of the tables' steps.</summary>
    public abstract void Run(string script);

    /// <summary>The first value of the first row; null where there is none, or it is null.</summary>
    public object? Scalar(string sql, ReadOnlySpan<object?> values)
    {
        using var row = Query(sql, values);
        return row.Read() && !row.IsNull(0) ? row.GetValue(0) : null;
    }

    public abstract void Dispose();
}
