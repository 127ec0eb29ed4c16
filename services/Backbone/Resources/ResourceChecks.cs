using CollectiveImpact.Backbone.Activities;
using CollectiveImpact.Backbone.Partners;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>What records of resources name, held against what this node knows, before they are written.</summary>
internal sealed class ResourceChecks(ResourceRecords records, ActivityRecords activities, PartnerRecords partners)
{
    /// <summary>What is wrong with what a need names. What it named before is not asked about again; nor is it of the others below.</summary>
    public CallFault? Fault(LogTransaction transaction, NodeStanding standing, string initiative, Need need, Need? former, Sharing sharing) =>
        Each("activities", need.Activities, former?.Activities, (field, name) => Activity(transaction, initiative, field, name, sharing, standing))
        ?? Each("indicators", need.Indicators, former?.Indicators, (field, name) => InLine.IndicatorFault(standing, initiative, field, name));

    public CallFault? Fault(LogTransaction transaction, NodeStanding standing, string initiative, Source source, Source? former, Sharing sharing)
    {
        // Partners that are kept are known to the initiative's host alone, so nobody else can tell that there is none.
        if (source.Partner.Length == 0 || source.Partner == former?.Partner || !standing.Hosts(initiative)) return null;
        return Named(partners.Partners, "partner", transaction, initiative, "partner", source.Partner, sharing);
    }

    public CallFault? Fault(LogTransaction transaction, string initiative, Application application, Sharing sharing) =>
        SourceFault(transaction, initiative, application.Source, sharing)
        ?? NeedsFault(transaction, initiative, application.Needs, sharing)
        ?? (application.Fund.Length == 0 ? null : Named(records.Funds, "fund", transaction, initiative, "fund", application.Fund, sharing));

    public CallFault? Fault(LogTransaction transaction, string initiative, GiftInKind gift, Sharing sharing) =>
        SourceFault(transaction, initiative, gift.Source, sharing) ?? NeedsFault(transaction, initiative, gift.Needs, sharing);

    public CallFault? Fault(LogTransaction transaction, NodeStanding standing, string initiative, Fund fund, Fund? former, Sharing sharing) =>
        (fund.Source.Length == 0 ? null : SourceFault(transaction, initiative, fund.Source, sharing))
        ?? NeedsFault(transaction, initiative, fund.Needs, sharing)
        ?? Each("indicators", fund.Indicators, former?.Indicators, (field, name) => InLine.IndicatorFault(standing, initiative, field, name));

    public CallFault? Fault(LogTransaction transaction, NodeStanding standing, string initiative, Entry entry, Entry? former, Sharing sharing) =>
        (entry.Indicator.Length == 0 || entry.Indicator == former?.Indicator ? null : InLine.IndicatorFault(standing, initiative, "indicator", entry.Indicator))
        ?? (entry.Activity.Length == 0 || entry.Activity == former?.Activity ? null : Activity(transaction, initiative, "activity", entry.Activity, sharing, standing));

    public static CallFault? Fault(NodeStanding standing, string initiative, Allocation allocation) =>
        Each("indicators", allocation.Indicators, null, (field, name) => InLine.IndicatorFault(standing, initiative, field, name));

    /// <summary>Whether something can be taken out: no, while a record of its initiative names it.</summary>
    public static CallFault? NamedFault(LogTransaction transaction, string initiative, string target, string field, string id) =>
        ReferenceTable.Of(transaction.Query, target, initiative) is [var first, ..]
            ? CallFault.Precondition(field, $"`{id}` is named by {first.Kind} `{first.Id}`; take it out there first")
            : null;

    /// <summary>Whether something that is shared can be kept: no, while a record that is shared names it.</summary>
    public static CallFault? KeepFault(LogTransaction transaction, string initiative, string target) =>
        ReferenceTable.Of(transaction.Query, target, initiative).Find(mention => !mention.Kind.EndsWith("-kept", StringComparison.Ordinal)) is { } shared
            ? CallFault.Precondition("sharing", $"is SHARING_KEPT, and {shared.Kind} `{shared.Id}`, which names it, is shared; keep that first")
            : null;

    private CallFault? SourceFault(LogTransaction transaction, string initiative, string source, Sharing sharing) =>
        Named(records.Sources, "source", transaction, initiative, "source", source, sharing);

    private CallFault? NeedsFault(LogTransaction transaction, string initiative, IReadOnlyList<string> needs, Sharing sharing) =>
        needs.Select((need, i) => Named(records.Needs, "need", transaction, initiative, $"needs[{i}]", need, sharing)).FirstOrDefault(fault => fault is not null);

    private CallFault? Activity(LogTransaction transaction, string initiative, string field, string reference, Sharing sharing, NodeStanding standing)
    {
        var (owner, id) = RecordId.Parts(reference);
        return InLine.Fault(standing, initiative, field, owner, "activities") ?? Named(activities.Activities, "activity", transaction, owner, field, id, sharing);
    }

    private static CallFault? Named<T>(
        RecordSet<T> set, string what, LogTransaction transaction, string initiative, string field, string id, Sharing sharing) where T : class, IMessage<T>, new()
    {
        if (set.Find(transaction.Find, initiative, id) is not { } found) return set.Missing(initiative, id, field);
        return sharing == Sharing.Shared && found.Sharing == Sharing.Kept
            ? CallFault.Invalid(field, $"{what} `{id}` is kept, and what names it is shared; keep both, or share both")
            : null;
    }

    private static CallFault? Each(string field, IReadOnlyList<string> named, IReadOnlyCollection<string>? before, Func<string, string, CallFault?> check) =>
        named.Select((name, i) => before?.Contains(name) == true ? null : check($"{field}[{i}]", name)).FirstOrDefault(fault => fault is not null);
}
