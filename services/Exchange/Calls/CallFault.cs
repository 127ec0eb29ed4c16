using System.Diagnostics.CodeAnalysis;
using CollectiveImpact.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Exchange.Calls;

/// <summary>What was wrong with a call, as its caller is told.</summary>
/// <param name="Code">The status.</param>
/// <param name="Field">The path of the field at fault; empty where it is none of a field.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
/// <param name="Holder">Who holds the function that the caller lacks.</param>
public sealed record CallFault(StatusCode Code, string Field, string Message, string Holder = "")
{
    /// <summary>The trailer that carries the fault beside the status.</summary>
    public const string Trailer = "collectiveimpact-fault-bin";

    public static CallFault Invalid(string field, string message) => new(StatusCode.InvalidArgument, field, message);

    public static CallFault NotFound(string field, string message) => new(StatusCode.NotFound, field, message);

    public static CallFault Precondition(string field, string message, string holder = "") =>
        new(StatusCode.FailedPrecondition, field, message, holder);

    public static CallFault UnknownInitiative(string field, string initiative) =>
        NotFound(field, $"no initiative `{initiative}` is known here; register it, or check its id");

    /// <summary>The same fault, of a message inside another.</summary>
    public CallFault Within(string outer) => this with { Field = Field.Length == 0 ? outer : $"{outer}.{Field}" };

    /// <summary>The whole of it in one line.</summary>
    public string Text => Field.Length == 0 ? Message : $"{Field}: {Message}";

    /// <summary>Ends the call. Inside an operation on the log, nothing of that operation stands.</summary>
    [DoesNotReturn]
    public void Throw() => throw new RpcException(
        new Status(Code, Text),
        new Metadata { { Trailer, new Fault { Field = Field, Message = Message, Holder = Holder }.ToByteArray() } });
}
