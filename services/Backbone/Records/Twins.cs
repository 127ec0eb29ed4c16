using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Backbone.Records;

/// <summary>A record that is shared or kept has a document of the one kind or of the other, and where its holder or its sharing changed, of both.</summary>
internal static class Twins
{
    /// <summary>
    /// The one of both that says the record; null where none does. Of two epochs only the later counts, also where its
    /// document is withdrawn: what a former holder kept is history. In one epoch what is shared goes before.
    /// </summary>
    public static StoredDocument? Standing(StoredDocument? shared, StoredDocument? kept)
    {
        var epoch = Epoch(shared, kept);
        return Says(shared) ? shared : Says(kept) ? kept : null;

        bool Says(StoredDocument? document) => document is { Content.Deleted: false } && document.Content.Epoch == epoch;
    }

    /// <summary>The epoch that counts.</summary>
    public static long Epoch(StoredDocument? shared, StoredDocument? kept) => Math.Max(shared?.Content.Epoch ?? 0, kept?.Content.Epoch ?? 0);
}
