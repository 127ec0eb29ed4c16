using System.Data.Common;

namespace CollectiveImpact.Exchange.Log.Stores;

/// <summary>The statements of one connection, prepared once. Parameters are <c>$1</c>, <c>$2</c> and so on.</summary>
internal abstract class Statements : IDisposable
{
    public int Execute(string sql, ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    public DbDataReader Query(string sql, ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteReader();

    public object? Scalar(string sql, ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteScalar();

    public abstract void Dispose();

    /// <summary>A statement with its values, ready to run.</summary>
    public abstract DbCommand Bind(string sql, ReadOnlySpan<object?> values);

    /// <summary>Runs a script of the tables' steps.</summary>
    public abstract void Run(string script);
}

/// <summary>Statements that are kept for the length of a connection.</summary>
internal abstract class PreparedStatements(DbConnection connection) : Statements
{
    private readonly Dictionary<string, DbCommand> _prepared = [];

    public override DbCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++) command.Parameters.Add(Parameter(i));
            _prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = Value(values[i]);
        return command;
    }

    public override void Run(string script)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Translate(script);
        command.ExecuteNonQuery();
    }

    public override void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
    }

    protected abstract DbParameter Parameter(int position);

    protected virtual object Value(object? value) => value ?? DBNull.Value;

    /// <summary>Says a script in the database's own words.</summary>
    protected virtual string Translate(string script) => script;
}
