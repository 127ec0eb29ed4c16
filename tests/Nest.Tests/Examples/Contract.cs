using System.Reflection;
using CollectiveImpact.V1;
using Google.Protobuf.Reflection;

namespace CollectiveImpact.Nest.Tests.Examples;

/// <summary>The files of the contract.</summary>
internal static class Contract
{
    public static IReadOnlyList<FileDescriptor> Files { get; } =
    [
        .. typeof(Initiative).Assembly.GetTypes()
            .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static))
            .Where(descriptor => descriptor?.PropertyType == typeof(FileDescriptor))
            .Select(descriptor => (FileDescriptor)descriptor!.GetValue(null)!)
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];
}
