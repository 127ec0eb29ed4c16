using System.Text;

namespace Grpc.Core;

/// <summary>One thing the connection proves about the peer.</summary>
public class AuthProperty
{
    private readonly byte[] bytes;

    private AuthProperty(string name, byte[] bytes)
    {
        Name = name;
        this.bytes = bytes;
    }

    /// <summary>What it is, such as <c>x509_common_name</c>.</summary>
    public string Name { get; }

    /// <summary>Its value as text of UTF-8.</summary>
    public string Value => Encoding.UTF8.GetString(bytes);

    /// <summary>A copy of its bytes.</summary>
    public byte[] ValueBytes => [.. bytes];

    /// <summary>A property; the bytes are copied.</summary>
    public static AuthProperty Create(string name, byte[] valueBytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(valueBytes);
        return new AuthProperty(name, [.. valueBytes]);
    }
}
