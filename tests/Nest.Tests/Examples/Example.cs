using System.Text.RegularExpressions;
using CollectiveImpact.V1;
using Google.Protobuf.Reflection;

namespace CollectiveImpact.Nest.Tests.Examples;

/// <summary>A method as the pages beside the contract show it: what is asked, and what is answered.</summary>
/// <param name="Page">The page that shows it.</param>
/// <param name="Method">The method.</param>
/// <param name="Request">The request in JSON.</param>
/// <param name="Answer">The answer in JSON, or as much of it as matters; `…` stands for any text.</param>
internal sealed partial record Example(string Page, MethodDescriptor Method, string Request, string Answer)
{
    /// <summary>Every method that a caller reaches through the gateway with one message for one.</summary>
    public static IReadOnlyList<MethodDescriptor> Methods { get; } =
    [
        .. Contract.Files.SelectMany(file => file.Services).SelectMany(service => service.Methods)
            .Where(method => method is { IsClientStreaming: false, IsServerStreaming: false } && method.GetOptions()?.GetExtension(RoutingExtensions.Route) is not null),
    ];

    /// <summary>The examples of all pages, page by page, each in the order of its page.</summary>
    public static IReadOnlyList<Example> All()
    {
        var pages = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "docs"), "*.md").Order(StringComparer.Ordinal);
        return [.. pages.SelectMany(page => Form().Matches(File.ReadAllText(page)).Select(match => Read(Path.GetFileName(page), match)))];
    }

    private static Example Read(string page, Match match)
    {
        var name = match.Groups["name"].Value;
        var method = Methods.SingleOrDefault(method => $"{method.Service.Name}/{method.Name}" == name);
        Assert.True(method is not null, $"{page} shows {name}, which the contract has not.");
        return new Example(page, method, match.Groups["request"].Value, match.Groups["answer"].Value);
    }

    // A heading with the method's name; then, before the next heading, a block of JSON that asks and one that answers.
    [GeneratedRegex("^### (?<name>\\w+/\\w+)\\r?\\n(?:(?!^#).*\\n)*?```json\\n(?<request>(?:(?!```).*\\n)*)```\\n(?:(?!^#).*\\n)*?```json\\n(?<answer>(?:(?!```).*\\n)*)```", RegexOptions.Multiline)]
    private static partial Regex Form();
}
