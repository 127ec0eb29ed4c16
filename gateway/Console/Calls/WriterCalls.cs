using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Calls;

/// <summary>Looks up for whom somebody must speak to write for an initiative.</summary>
internal static class WriterCalls
{
    /// <summary>The initiative that holds a function for another, and writes; that other itself where nobody does.</summary>
    public static async Task<string> WriterOf(this NestCalls calls, string initiative, Function function, CancellationToken cancellationToken)
    {
        var writer = (await calls.GetFunctionMap(initiative, cancellationToken)).Value.WriterOf(function);
        return writer.Length > 0 ? writer : initiative;
    }

    /// <summary>Who holds a function, and writes; empty where nobody does, or it is not known.</summary>
    public static string WriterOf(this FunctionMap? map, Function function) =>
        map?.Functions.FirstOrDefault(state => state.Function == function)?.Writer ?? "";
}
