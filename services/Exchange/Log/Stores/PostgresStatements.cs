using System.Data;
using System.Text.RegularExpressions;
using Npgsql;

namespace CollectiveImpact.Exchange.Log.Stores;

/// <summary>A connection to a database of PostgreSQL, and the commands that were run on it.</summary>
internal sealed partial class PostgresStatements(NpgsqlConnection connection) : Statements
{
    private readonly Dictionary<string, NpgsqlCommand> _prepared = [];

    public override bool IsOpen => connection.State == ConnectionState.Open;

    public override int Execute(string sql, ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    public override Rows Query(string sql, ReadOnlySpan<object?> values) => new PostgresRows(Bind(sql, values).ExecuteReader());

    /// <summary>The tables are described in SQLite's words. Text is compared byte by byte, as there.</summary>
    public override void Run(string script)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Words().Replace(script, word => word.Value switch
        {
            "INTEGER" => "BIGINT",
            "BLOB" => "BYTEA",
            "TEXT" => "TEXT COLLATE \"C\"",
            _ => "",
        });
        command.ExecuteNonQuery();
    }

    public override void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        connection.Dispose();
    }

    private NpgsqlCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new NpgsqlParameter());
            _prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = Value(values[i]);
        return command;
    }

    /// <summary>The one character that a text of SQLite or of a message can hold, and PostgreSQL's can not, is shown as missing.</summary>
    private static object Value(object? value) =>
        value is string text && text.Contains('\0') ? text.Replace('\0', '\uFFFD') : value ?? DBNull.Value;

    [GeneratedRegex(@"\b(INTEGER|BLOB|TEXT|WITHOUT ROWID)\b")]
    private static partial Regex Words();

    private sealed class PostgresRows(NpgsqlDataReader reader) : Rows
    {
        public override int Columns => reader.FieldCount;

        public override bool Read() => reader.Read();

        public override string Name(int column) => reader.GetName(column);

        public override bool IsNull(int column) => reader.IsDBNull(column);

        public override string GetString(int column) => reader.GetString(column);

        public override long GetInt64(int column) => reader.GetInt64(column);

        public override byte[] GetBytes(int column) => reader.GetFieldValue<byte[]>(column);

        public override object GetValue(int column) => reader.GetValue(column);

        protected override void End() => reader.Dispose();
    }
}
