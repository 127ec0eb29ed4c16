namespace CollectiveImpact.Exchange.Log;

/// <summary>The rows of a query, one after the other. Columns are counted from 0.</summary>
public abstract class Rows : IDisposable
{
    /// <summary>How many columns a row has.</summary>
    public abstract int Columns { get; }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False after the last.</returns>
    public abstract bool Read();

    /// <summary>A column's name.</summary>
    public abstract string Name(int column);

    /// <summary>Whether a column holds nothing in this row.</summary>
    public abstract bool IsNull(int column);

    /// <summary>A text.</summary>
    public abstract string GetString(int column);

    /// <summary>A whole number.</summary>
    public abstract long GetInt64(int column);

    /// <summary>A small whole number.</summary>
    public int GetInt32(int column) => checked((int)GetInt64(column));

    /// <summary>Bytes.</summary>
    public abstract byte[] GetBytes(int column);

    /// <summary>A text, a number or bytes, as the store has it; <see cref="DBNull"/> for nothing.</summary>
    public abstract object GetValue(int column);

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the query.</summary>
    protected abstract void End();
}
