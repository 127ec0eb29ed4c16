using System.Text.Json.Nodes;
using CollectiveImpact.Cli.Output;

namespace CollectiveImpact.Cli.Failures;

/// <summary>Says on standard error why a command did not do what it was asked.</summary>
internal static class FailureReport
{
    public static int Write(CliFailure failure, Screen screen, bool json)
    {
        if (json)
        {
            var document = new JsonObject { ["code"] = failure.Code, ["field"] = failure.Field, ["message"] = failure.Message };
            if (failure.Lines.Count > 0)
                document["faults"] = new JsonArray([.. failure.Lines.Select(line => JsonValue.Create(line))]);
            screen.Line(Json.Text(document));
            return failure.ExitCode;
        }
        // As the runner does: who mends a file wants a line a fault, and nothing before it.
        foreach (var line in failure.Lines)
            screen.Line(line);
        if (failure.Lines.Count == 0)
            screen.Sentence($"error: {(failure.Field.Length > 0 ? failure.Field + ": " : "")}{failure.Message}", Tone.Bad);
        return failure.ExitCode;
    }
}
