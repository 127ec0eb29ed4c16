using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CollectiveImpact.Nest.Processes;

namespace CollectiveImpact.Nest;

/// <summary>The command line.</summary>
internal static class NestCommand
{
    public static RootCommand Create()
    {
        var check = new Option<bool>("--check")
        {
            Description = "Load, wait until every published figure has arrived at its level, print the table, and end: with 0 only if all match.",
        };
        var nest = new Option<string>("--nest")
        {
            Description = "The nest folder to load.",
            HelpName = "DIR",
            DefaultValueFactory = _ => NestOptions.BuiltInFolder,
        };
        var data = new Option<string?>("--data")
        {
            Description = "Keep the databases in this folder, and start from them again. Without it they are removed at the end.",
            HelpName = "DIR",
        };
        var port = new Option<int>("--port")
        {
            Description = "The gateway's port; 0 takes one that is free.",
            HelpName = "N",
            DefaultValueFactory = _ => 8080,
            CustomParser = ReadPort,
        };
        var signIn = new Option<bool>("--sign-in")
        {
            Description = "Have people sign in: the gateway prints an address that makes the first administrator, and the services answer by the gateway alone. Without it, whoever reaches the nest may do everything.",
        };
        var gateway = new Option<string[]>("--gateway")
        {
            Description = "A further setting of the gateway, like Provider:ClientId=nest; may be given several times.",
            HelpName = "KEY=VALUE",
            DefaultValueFactory = _ => [],
        };
        gateway.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=') < 1))
                result.AddError($"'{token.Value}' is no setting; write KEY=VALUE.");
        });
        var command = new RootCommand("Runs a nest on this machine: a national, a provincial and a local service and the gateway, with the figures of a nest folder.")
        {
            check, nest, data, port, signIn, gateway,
        };
        command.SetAction(async (parsed, _) =>
        {
            using var stop = new StopSignals();
            var options = new NestOptions(parsed.GetValue(check), parsed.GetValue(nest)!, parsed.GetValue(data), parsed.GetValue(port), parsed.GetValue(signIn), parsed.GetValue(gateway)!);
            return await NestRun.RunAsync(options, TimeProvider.System, stop.Token);
        });
        return command;
    }

    private static int ReadPort(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (!ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            result.AddError($"'{text}' is no port; give a number from 0 to 65535.");
        return port;
    }
}
