using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Google.Protobuf.Reflection;

namespace CollectiveImpact.Hosting.Contract;

/// <summary>
/// Every method of every service in the contract, read from its descriptors: what is added to the contract is
/// routed without a change here.
/// </summary>
public sealed class ContractMethods(IEnumerable<MethodDescriptor> methods)
{
    private readonly FrozenDictionary<string, ContractMethod> byPath =
        methods.Select(method => new ContractMethod(method)).ToFrozenDictionary(method => method.Path);

    public IEnumerable<ContractMethod> All => byPath.Values;

    public bool TryFind(string? path, [NotNullWhen(true)] out ContractMethod? method)
    {
        method = null;
        return path is not null && byPath.TryGetValue(path, out method);
    }

    /// <summary>The methods of all services whose generated code is in the assembly.</summary>
    public static ContractMethods In(Assembly assembly) => new(
        from type in assembly.GetTypes()
        let descriptor = type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)
        where descriptor?.PropertyType == typeof(FileDescriptor)
        from service in ((FileDescriptor)descriptor.GetValue(null)!).Services
        from method in service.Methods
        select method);
}
