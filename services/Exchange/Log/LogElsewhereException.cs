namespace CollectiveImpact.Exchange.Log;

/// <summary>This process does not hold the log: another replica does, or its database does not answer.</summary>
public sealed class LogElsewhereException(string message) : Exception(message);
