using CollectiveImpact.Backbone.Records;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>What records of resources name, as it stands in the table of references.</summary>
internal static class ResourceTopic
{
    public static string Need(string initiative, string need) => Topic.Of("need", initiative, need);

    public static string Source(string initiative, string source) => Topic.Of("source", initiative, source);

    public static string Fund(string initiative, string fund) => Topic.Of("fund", initiative, fund);

    /// <summary>Allocations to an initiative.</summary>
    public static string Receiver(string initiative) => Topic.Of("allocated-to", initiative);
}
