namespace Grpc.Core;

/// <summary>A method by its names, without the types of its messages.</summary>
public interface IMethod
{
    /// <summary>Which side sends more than one message.</summary>
    MethodType Type { get; }

    /// <summary>The service with its package: <c>package.Service</c>.</summary>
    string ServiceName { get; }

    /// <summary>The method alone.</summary>
    string Name { get; }

    /// <summary>The path of the request: <c>/package.Service/Method</c>.</summary>
    string FullName { get; }
}
