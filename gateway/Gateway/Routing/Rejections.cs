using CollectiveImpact.Hosting.Contract;
using CollectiveImpact.V1;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Routing;

/// <summary>All that a call can be refused for before it reaches a node.</summary>
internal static class Rejections
{
    public static Rejection NoSuchMethod(string? path) => new(
        StatusCode.Unimplemented, $"The contract has no method {path}.");

    public static Rejection NotRouted(ContractMethod method) => new(
        StatusCode.Unimplemented, $"{method.Path} is not reached through the gateway: call the node itself.");

    public static Rejection Empty(string field) => new(
        StatusCode.InvalidArgument, $"{field} is empty: name an initiative, like ca.on.hamilton.", field);

    public static Rejection NoFunction() => new(
        StatusCode.InvalidArgument, "function is unspecified: name one of the six functions.", "function");

    public static Rejection NoLevel() => new(
        StatusCode.InvalidArgument, "level is unspecified: name local, provincial or national.", "level");

    public static Rejection Unknown(string field, string initiative) => new(
        StatusCode.NotFound, $"{field}: no node here has heard of the initiative \"{initiative}\".", field);

    public static Rejection NobodyUp() => new(
        StatusCode.Unavailable, "None of the gateway's nodes answers at the moment: try again.");

    public static Rejection NobodyAt(Level level) => new(
        StatusCode.Unavailable, $"No {level.ToString().ToLowerInvariant()} node answers at the moment: try again.");

    public static Rejection NobodyHeard(string field, string initiative) => new(
        StatusCode.Unavailable, $"No node that has heard of {initiative} answers at the moment: try again.", field);

    public static Rejection HostDown(string initiative) => new(
        StatusCode.Unavailable,
        $"The node of {initiative} does not answer at the moment: try again.",
        Holder: initiative);

    public static Rejection HostElsewhere(string initiative) => new(
        StatusCode.Unavailable,
        $"The node of {initiative} cannot be called from here, it only dials out: call it where it runs.",
        Holder: initiative);

    public static Rejection HolderDown(string initiative, Function function, string holder) => new(
        StatusCode.Unavailable,
        $"The function \"{Words(function)}\" of {initiative} is held by {holder}, whose node does not answer at the "
        + "moment: try again.",
        Holder: holder);

    public static Rejection HolderElsewhere(string initiative, Function function, string holder) => new(
        StatusCode.Unavailable,
        $"The function \"{Words(function)}\" of {initiative} is held by {holder}, whose node cannot be called from "
        + $"here, it only dials out: ask {holder} to do it there, or to hand the function over.",
        Holder: holder);

    public static Rejection TooLarge(int limit) => new(
        StatusCode.ResourceExhausted, $"The message is larger than {limit / (1024 * 1024)} MiB: send it in parts.");

    public static Rejection NoMessage() => new(
        StatusCode.InvalidArgument, "The call ended before its first message was complete.");

    public static Rejection Malformed(MessageDescriptor type) => new(
        StatusCode.InvalidArgument, $"The first message is no {type.FullName}.");

    public static Rejection UnknownEncoding(string encoding) => new(
        StatusCode.Unimplemented, $"grpc-encoding {encoding} is not known here: use identity, gzip or deflate.");

    public static Rejection Broken() => new(
        StatusCode.Unavailable, "The connection to the node broke: try again.");

    public static Rejection Stopping() => new(
        StatusCode.Unavailable, "The gateway is stopping: call again.");

    private static string Words(Function function) =>
        string.Concat(function.ToString().Select((letter, index) =>
            char.IsUpper(letter) ? (index > 0 ? " " : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
