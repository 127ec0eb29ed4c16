namespace CollectiveImpact.Nest;

/// <summary>Why the run cannot go on, in words for who started it.</summary>
internal sealed class RunFailure(string message, Exception? cause = null) : Exception(message, cause);
