namespace CollectiveImpact.Backbone.Access;

/// <summary>Who may call the node's services, section <c>Nest:Access</c>.</summary>
public sealed class AccessOptions
{
    public const string Section = "Nest:Access";

    /// <summary>
    /// The public keys of the gateways whose word on a caller the node takes: SubjectPublicKeyInfo in base64, as a gateway
    /// writes it into <c>gateway.pub</c>. Who comes by none of them is refused. None: whoever reaches the node may call it,
    /// as is right where nobody but its own people can.
    /// </summary>
    public IList<string> Gateways { get; } = [];
}
