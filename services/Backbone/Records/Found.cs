using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Records;

/// <summary>A record that stands.</summary>
/// <param name="Id">Which, among those of its initiative.</param>
/// <param name="Record">What it says.</param>
/// <param name="Revision">Epoch and revision, `0.3`: changes with every change, also when it is kept from now on or no longer.</param>
/// <param name="Sharing">Whether it leaves its node.</param>
/// <param name="Document">The document that says it.</param>
internal sealed record Found<T>(string Id, T Record, string Revision, Sharing Sharing, StoredDocument Document)
{
    public string Initiative => Document.Content.Initiative;
}
