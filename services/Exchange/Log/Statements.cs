using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CollectiveImpact.Exchange.Log;

/// <summary>The statements of one connection, prepared once. Parameters are <c>$1</c>, <c>$2</c> and so on.</summary>
internal sealed class Statements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    public int Execute(string sql, ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    public DbDataReader Query(string sql, ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteReader();

    public object? Scalar(string sql, ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteScalar();

    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            _prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
