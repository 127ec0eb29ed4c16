using CollectiveImpact.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Routing;

/// <summary>Why the gateway itself does not answer a call with a node's answer.</summary>
/// <param name="Message">What is wrong, and what would be right.</param>
/// <param name="Field">The request's field at fault; empty where it is none.</param>
/// <param name="Holder">The initiative that holds what the call needs; empty where that is not the matter.</param>
internal sealed record Rejection(StatusCode Code, string Message, string Field = "", string Holder = "")
{
    /// <summary>The trailer that carries a fault beside the status, from nodes and from the gateway alike.</summary>
    public const string Trailer = "collectiveimpact-fault-bin";

    public Fault ToFault() => new() { Field = Field, Message = Message, Holder = Holder };

    public RpcException ToException() =>
        new(new Status(Code, Message), new Metadata { { Trailer, ToFault().ToByteArray() } });
}
