using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CollectiveImpact.Exchange.Log.Stores;

/// <summary>
/// A prepared statement of SQLite, and its rows while it runs. It is bound and stepped directly: the commands and
/// parameters of ADO.NET cost several times what the statement does.
/// </summary>
internal sealed class SqliteRows(sqlite3 database, sqlite3_stmt statement) : Rows
{
    // SQLite counts parameters as they first appear in the text, whatever their names: where each stands.
    private readonly int[] _places = Places(statement);
    private bool _runs;

    public override int Columns => raw.sqlite3_column_count(statement);

    public void Begin(ReadOnlySpan<object?> values)
    {
        if (_runs) throw new InvalidOperationException("the rows of the same query are still being read");
        _runs = true;
        if (values.Length < _places.Length) throw new ArgumentException($"the query names ${_places.Length}, and has {values.Length} values");
        for (var i = 0; i < _places.Length; i++)
            if (_places[i] > 0) SqliteException.ThrowExceptionForRC(Bind(_places[i], values[i]), database);
    }

    public override bool Read()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW) return true;
        if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, database);
        return false;
    }

    public override string Name(int column) => raw.sqlite3_column_name(statement, column).utf8_to_string();

    public override bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    // A text's bytes: all of it, whatever characters it holds.
    public override string GetString(int column) => Encoding.UTF8.GetString(Bytes(column));

    public override long GetInt64(int column)
    {
        var number = raw.sqlite3_column_int64(statement, column);
        if (number == 0) RefuseNull(column);
        return number;
    }

    public override byte[] GetBytes(int column) => Bytes(column).ToArray();

    public override object GetValue(int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_NULL => DBNull.Value,
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, column),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column),
        raw.SQLITE_TEXT => GetString(column),
        _ => GetBytes(column),
    };

    /// <summary>Gives the statement back to the database.</summary>
    public void Discard() => statement.Dispose();

    protected override void End()
    {
        if (!_runs) return;
        _runs = false;
        // What it answers is how the last step ended, which was told then.
        raw.sqlite3_reset(statement);
    }

    private static int[] Places(sqlite3_stmt statement)
    {
        List<int> places = [];
        for (var i = 1; i <= raw.sqlite3_bind_parameter_count(statement); i++)
        {
            var number = int.Parse(raw.sqlite3_bind_parameter_name(statement, i).utf8_to_string().AsSpan(1), CultureInfo.InvariantCulture);
            while (places.Count < number) places.Add(0);
            places[number - 1] = i;
        }

        return [.. places];
    }

    private ReadOnlySpan<byte> Bytes(int column)
    {
        var bytes = raw.sqlite3_column_blob(statement, column);
        if (bytes.IsEmpty) RefuseNull(column);
        return bytes;
    }

    private void RefuseNull(int column)
    {
        if (IsNull(column)) throw new InvalidCastException($"the column {Name(column)} is null");
    }

    private int Bind(int position, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, position),
        string text => BindText(position, text),
        long number => raw.sqlite3_bind_int64(statement, position, number),
        int number => raw.sqlite3_bind_int64(statement, position, number),
        byte[] bytes => raw.sqlite3_bind_blob(statement, position, bytes),
        _ => throw new ArgumentException($"a {value.GetType()} is no value of a statement"),
    };

    private int BindText(int position, string text)
    {
        const int onStack = 1024;
        // A span of no bytes would be bound as nothing at all.
        if (text.Length == 0) return raw.sqlite3_bind_text(statement, position, "");
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most <= onStack)
        {
            Span<byte> bytes = stackalloc byte[onStack];
            return raw.sqlite3_bind_text(statement, position, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            return raw.sqlite3_bind_text(statement, position, rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
