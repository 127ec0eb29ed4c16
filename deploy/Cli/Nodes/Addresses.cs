using CollectiveImpact.Cli.Failures;

namespace CollectiveImpact.Cli.Nodes;

internal static class Addresses
{
    /// <summary>An address that can be dialled.</summary>
    /// <param name="field">The option or file that names it.</param>
    /// <param name="text">What it says.</param>
    public static Uri Parse(string field, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { Host.Length: > 0, UserInfo: "", Query: "", Fragment: "", AbsolutePath: "/" }
            ? address
            : throw CliFailure.Malformed(field, $"\"{text}\" is no address. Write it like http://127.0.0.1:5001 or https://nest.example.ca.");

    /// <summary>As people write it: without the slash at its end.</summary>
    public static string Show(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
