using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace CollectiveImpact.GrpcApi.Tests.Completeness;

/// <summary>What one consumer's metadata refers to in the declaring assemblies.</summary>
internal sealed class PackageReferences : IDisposable
{
    private readonly PEReader file;
    private readonly MetadataReader metadata;

    public PackageReferences(Assembly consumer)
    {
        file = new PEReader(File.OpenRead(consumer.Location));
        metadata = file.GetMetadataReader();
    }

    /// <summary>The token and the name of every type referred to.</summary>
    public IEnumerable<(int Token, string Name)> Types =>
        from handle in metadata.TypeReferences
        where IsDeclared(handle)
        select (MetadataTokens.GetToken(handle), NameOf(handle));

    /// <summary>The token and the name of every method and field referred to.</summary>
    public IEnumerable<(int Token, string Name)> Members =>
        from handle in metadata.MemberReferences
        let member = metadata.GetMemberReference(handle)
        let parent = OpenType(member.Parent)
        where parent is { } type && IsDeclared(type)
        select (MetadataTokens.GetToken(handle), $"{NameOf(parent.Value)}.{metadata.GetString(member.Name)}");

    public void Dispose() => file.Dispose();

    private bool IsDeclared(TypeReferenceHandle handle)
    {
        var scope = metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsDeclared((TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => IsDeclared((AssemblyReferenceHandle)scope),
            _ => false,
        };
    }

    private bool IsDeclared(AssemblyReferenceHandle handle)
    {
        var name = metadata.GetString(metadata.GetAssemblyReference(handle).Name);
        return name == Assemblies.Core.GetName().Name || name == Assemblies.NetCommon.GetName().Name;
    }

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf((TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    /// <summary>The type a member belongs to, without its arguments if it is generic (ECMA-335, II.23.2.14).</summary>
    private TypeReferenceHandle? OpenType(EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference)
            return (TypeReferenceHandle)parent;
        if (parent.Kind != HandleKind.TypeSpecification)
            return null;
        var signature = metadata.GetBlobReader(
            metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return null;
        signature.ReadByte();
        var open = signature.ReadTypeHandle();
        return open.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)open : null;
    }
}
