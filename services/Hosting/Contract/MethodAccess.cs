using CollectiveImpact.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CollectiveImpact.Hosting.Contract;

/// <summary>Who may call a method, as its options say.</summary>
public sealed class MethodAccess
{
    private readonly FieldDescriptor[] _partner;

    /// <param name="descriptor">The method.</param>
    /// <param name="isReadOnly">Whether it changes nothing.</param>
    public MethodAccess(MethodDescriptor descriptor, bool isReadOnly)
    {
        var said = descriptor.GetOptions()?.GetExtension(AccessExtensions.Access);
        Role = said is { Role: not Role.Unspecified } ? said.Role : isReadOnly ? Role.Member : Role.Staff;
        Published = said?.Published ?? PublishedPart.Unspecified;
        if (Published != PublishedPart.Unspecified && !isReadOnly)
            throw new InvalidOperationException($"{descriptor.FullName} writes, and can't be published.");
        _partner = said is { Partner.Length: > 0 } ? [.. Path(descriptor.InputType, said.Partner)] : [];
    }

    /// <summary>The least role that may call it.</summary>
    public Role Role { get; }

    /// <summary>Everybody may, where the initiative has published this.</summary>
    public PublishedPart Published { get; }

    /// <summary>Whether a partner may call it for itself.</summary>
    public bool IsOpenToPartners => _partner.Length > 0;

    /// <summary>The partner that a request is about; empty where it names none.</summary>
    public string PartnerOf(IMessage request)
    {
        object? value = request;
        foreach (var field in _partner) value = value is IMessage message ? field.Accessor.GetValue(message) : null;
        return value as string ?? "";
    }

    private static IEnumerable<FieldDescriptor> Path(MessageDescriptor type, string path)
    {
        var within = type;
        foreach (var name in path.Split('.'))
        {
            var field = within?.FindFieldByName(name) ?? throw new InvalidOperationException($"{type.FullName} has no field {path}.");
            within = field.FieldType == FieldType.Message ? field.MessageType : null;
            yield return field;
        }
    }
}
