namespace Grpc.Core;

/// <summary>A service: its methods with their handlers.</summary>
public sealed partial class ServerServiceDefinition
{
    private readonly IReadOnlyList<Action<ServiceBinderBase>> bindings;

    private ServerServiceDefinition(IReadOnlyList<Action<ServiceBinderBase>> bindings) => this.bindings = bindings;

    /// <summary>Starts to gather the methods of a service.</summary>
    public static Builder CreateBuilder() => new();

    /// <summary>Hands every method to a binder, in the order they were added.</summary>
    public void BindService(ServiceBinderBase serviceBinder)
    {
        foreach (var bind in bindings)
            bind(serviceBinder);
    }
}
