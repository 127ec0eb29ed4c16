using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Records;

/// <summary>Asks the node's database: by a reader, or within an operation on the log.</summary>
internal delegate Rows Ask(string sql, params ReadOnlySpan<object?> values);
