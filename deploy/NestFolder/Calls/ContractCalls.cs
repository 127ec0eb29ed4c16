using System.Collections.Frozen;
using System.Reflection;
using CollectiveImpact.V1;
using Google.Protobuf.Reflection;

namespace CollectiveImpact.NestFolder.Calls;

/// <summary>The methods that a folder can call: those of the contract that take one message and answer with one.</summary>
internal static class ContractCalls
{
    private static readonly FrozenDictionary<string, MethodDescriptor> ByName =
        (from type in typeof(Initiative).Assembly.GetTypes()
         let descriptor = type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)
         where descriptor?.PropertyType == typeof(FileDescriptor)
         from service in ((FileDescriptor)descriptor.GetValue(null)!).Services
         from method in service.Methods
         where method is { IsClientStreaming: false, IsServerStreaming: false } && method.GetOptions()?.GetExtension(RoutingExtensions.Route) is not null
         select method).ToFrozenDictionary(method => $"{method.Service.Name}/{method.Name}");

    public static MethodDescriptor? Find(string name) => ByName.GetValueOrDefault(name);
}
