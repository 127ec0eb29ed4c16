using CollectiveImpact.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CollectiveImpact.Hosting.Contract;

/// <summary>One method of the contract, and what its options say of routing.</summary>
public sealed class ContractMethod
{
    private const string DefaultKey = "initiative";

    private readonly FieldDescriptor? function;
    private readonly FieldDescriptor? level;

    public ContractMethod(MethodDescriptor descriptor)
    {
        Service = descriptor.Service.FullName;
        Name = descriptor.Name;
        Input = descriptor.InputType;
        Output = descriptor.OutputType;
        ClientStreaming = descriptor.IsClientStreaming;
        ServerStreaming = descriptor.IsServerStreaming;

        var options = descriptor.GetOptions();
        IsReadOnly = options?.IdempotencyLevel == MethodOptions.Types.IdempotencyLevel.NoSideEffects;
        Access = new MethodAccess(descriptor, IsReadOnly);
        Route = options?.GetExtension(RoutingExtensions.Route);
        if (Route is null)
            return;

        KeyField = Field(Route.Key is "" ? DefaultKey : Route.Key, FieldType.String);
        if (Route.Target == Target.Holder && Route.Function == Function.Unspecified)
            function = Field("function", FieldType.Enum);
        if (Route.Target == Target.Level)
            level = Field("level", FieldType.Enum);
    }

    /// <summary>The service's full name, `collectiveimpact.v1.Charter`.</summary>
    public string Service { get; }

    public string Name { get; }

    /// <summary>Where the method is called, by gRPC and by Connect alike.</summary>
    public string Path => $"/{Service}/{Name}";

    public MessageDescriptor Input { get; }

    public MessageDescriptor Output { get; }

    public bool ClientStreaming { get; }

    public bool ServerStreaming { get; }

    public bool IsUnary => !ClientStreaming && !ServerStreaming;

    /// <summary>Whether it changes nothing, so that another node may answer from what was exchanged.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Where its calls go. Null: it cannot be called through the gateway.</summary>
    public V1.Route? Route { get; }

    /// <summary>Who may call it.</summary>
    public MethodAccess Access { get; }

    /// <summary>The request's field that names the initiative. Null only without a route.</summary>
    public FieldDescriptor? KeyField { get; }

    /// <summary>The method for a caller who learns its messages' types only at run time.</summary>
    public Method<IMessage, IMessage> Untyped =>
        new(MethodType.Unary, Service, Name, MarshallerOf(Input), MarshallerOf(Output));

    /// <summary>Reads from the first message of a call where it goes.</summary>
    public RouteKey ReadKey(IMessage request) => new(
        KeyField is null ? "" : (string)KeyField.Accessor.GetValue(request),
        function is null ? Route?.Function ?? Function.Unspecified : (Function)function.Accessor.GetValue(request),
        level is null ? Level.Unspecified : (Level)level.Accessor.GetValue(request));

    // A route that names what the request has not is a fault of the contract, and shows when the gateway starts.
    private FieldDescriptor Field(string name, FieldType type) =>
        Input.FindFieldByName(name) is { IsRepeated: false } field && field.FieldType == type
            ? field
            : throw new InvalidOperationException(
                $"{Path} is routed by {name}, but {Input.FullName} has no such field.");

    private static Marshaller<IMessage> MarshallerOf(MessageDescriptor type) =>
        Marshallers.Create(message => message.ToByteArray(), type.Parser.ParseFrom);
}
