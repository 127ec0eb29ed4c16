using System.CommandLine;
using CollectiveImpact.Cli.Failures;
using CollectiveImpact.Cli.Output;

namespace CollectiveImpact.Cli.Nodes;

/// <summary>The options that say which node is meant, on every command that speaks to one.</summary>
internal sealed class NodeOptions
{
    private const string DataVariable = "NEST_DATA", TokenVariable = "NEST_TOKEN";

    private readonly Option<string?> data = new("--data")
    {
        Description = "The node's data folder: its operator.json says where the node answers, and holds its token. NEST_DATA may name it instead.",
        HelpName = "DIR",
    };

    private readonly Option<string?> node;

    private readonly Option<string?> tokenFile = new("--token-file")
    {
        Description = "The file that holds the node's token. NEST_TOKEN may hold it instead; it is never given on the command line.",
        HelpName = "FILE",
    };

    /// <param name="addressIsTaken">Whether the command has an --address of another meaning; otherwise it is another word for --node.</param>
    public NodeOptions(bool addressIsTaken = false) => node = new("--node", addressIsTaken ? [] : ["--address"])
    {
        Description = "The node's own address, http://127.0.0.1:5001, where there is no data folder to look into.",
        HelpName = "URL",
    };

    public void AddTo(Command command)
    {
        command.Add(data);
        command.Add(node);
        command.Add(tokenFile);
    }

    /// <summary>The data folder, if one is named.</summary>
    public string? Folder(ParseResult parsed, Terminal terminal) => parsed.GetValue(data) ?? NotEmpty(terminal.Variable(DataVariable));

    /// <summary>Where the node answers.</summary>
    public Uri Address(ParseResult parsed, Terminal terminal)
    {
        if (parsed.GetValue(node) is { } given)
            return Addresses.Parse("--node", given);
        if (Folder(parsed, terminal) is { } folder)
            return Addresses.Parse(OperatorFile.Name, OperatorFile.Read(folder).Address);
        throw CliFailure.Malformed(
            "", $"Which node? Say --data DIR, the node's data folder (or set {DataVariable}), or --node URL with --token-file FILE (or {TokenVariable}).");
    }

    /// <summary>Where the node answers, and the token that it takes.</summary>
    public (Uri Address, string Token) Read(ParseResult parsed, Terminal terminal)
    {
        var address = Address(parsed, terminal);
        if (parsed.GetValue(tokenFile) is { } file)
            return (address, ReadToken(file));
        // A folder that is named outright has the last word about its own node; the variable stands for one named by address.
        if (parsed.GetValue(node) is not null && NotEmpty(terminal.Variable(TokenVariable)) is { } token)
            return (address, token.Trim());
        if (Folder(parsed, terminal) is { } folder)
            return (address, OperatorFile.Read(folder).Token);
        throw CliFailure.Malformed(
            "--token-file", $"The node takes no call without its token. Say --token-file FILE or set {TokenVariable}; the token stands in {OperatorFile.Name} in the node's data folder.");
    }

    private static string ReadToken(string file)
    {
        try
        {
            var token = File.ReadAllText(file).Trim();
            return token.Length > 0 && !token.Any(char.IsWhiteSpace)
                ? token
                : throw CliFailure.Malformed("--token-file", $"{file} does not hold one token. Write the token alone into it, as it stands in {OperatorFile.Name} in the node's data folder.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CliFailure.Malformed("--token-file", $"{file} cannot be read: {e.Message}");
        }
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
