namespace Grpc.Core;

/// <summary>
/// Tells a server which static method binds a service: one that takes a <see cref="ServiceBinderBase" />
/// and the service. Generated code carries it.
/// </summary>
/// <param name="bindType">The class with the method.</param>
/// <param name="bindMethodName">The method's name.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public class BindServiceMethodAttribute(Type bindType, string bindMethodName) : Attribute
{
    /// <summary>The class with the method.</summary>
    public Type BindType { get; } = bindType;

    /// <summary>The method's name.</summary>
    public string BindMethodName { get; } = bindMethodName;
}
