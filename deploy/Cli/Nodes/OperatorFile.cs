using System.Text.Json;
using CollectiveImpact.Cli.Failures;

namespace CollectiveImpact.Cli.Nodes;

/// <summary>What a node writes for its operator into its data folder: where it answers, and the token that it takes.</summary>
internal sealed record OperatorFile(string Address, string Token)
{
    public const string Name = "operator.json";

    public static OperatorFile Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (Text(document.RootElement, "address") is { Length: > 0 } address && Text(document.RootElement, "token") is { Length: > 0 } token)
                return new(address, token);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CliFailure.Malformed(
                "--data", $"There is no {Name} in {folder}. The node writes it when it starts: start the service with --Nest:Data=\"{Path.GetFullPath(folder)}\", or name the folder that it runs with.");
        }
        catch (UnauthorizedAccessException)
        {
            throw CliFailure.Malformed("--data", $"You may not read {path}, which only its owner can. Run nest as the user that runs the node.");
        }
        catch (JsonException)
        {
            // Told below: it is as good as one without its fields.
        }
        catch (IOException e)
        {
            throw CliFailure.Malformed("--data", $"{path} cannot be read: {e.Message}");
        }
        throw CliFailure.Malformed("--data", $"{path} does not hold an address and a token. Restart the service: it writes the file anew.");
    }

    private static string? Text(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
