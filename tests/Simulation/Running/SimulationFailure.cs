namespace CollectiveImpact.Simulation.Running;

/// <summary>The product did not keep its word.</summary>
internal sealed class SimulationFailure(string message) : Exception(message);

/// <summary>A process ended here: it is thrown out of the store, where nobody catches it for good.</summary>
internal sealed class CrashException() : Exception("the process ended");
