using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CollectiveImpact.NestFolder.Calls;

/// <summary>One call of <c>calls.json</c>.</summary>
/// <param name="Row">The line on which it begins, counted from 1.</param>
/// <param name="Method">The method of the contract.</param>
/// <param name="Request">What is said.</param>
public sealed record CallRow(int Row, MethodDescriptor Method, IMessage Request)
{
    /// <summary>As the file names the method: <c>Partners/SavePartner</c>.</summary>
    public string Name => $"{Method.Service.Name}/{Method.Name}";
}
