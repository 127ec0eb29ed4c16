namespace CollectiveImpact.Exchange.Links;

/// <summary>The other end does what the protocol does not know, or says that it stops.</summary>
internal sealed class LinkFault(string message) : Exception(message);
