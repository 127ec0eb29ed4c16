using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>A thread, id `channel/thread`: it goes where its channel does.</summary>
internal sealed class ThreadKind(TimeProvider time, Reach reach)
    : SpokenKind<DiscussionThread>(time, NameOf(reach), reach == Reach.Within ? Travel.Kept : Travel.Line)
{
    public static string NameOf(Reach reach) => reach == Reach.Within ? "thread-kept" : "thread";

    /// <summary>A channel as what its threads name, other than those that are about it.</summary>
    public static string Of(string initiative, string channel) => Topic.Of("threads", initiative, channel);

    protected override string? Twin => NameOf(reach == Reach.Within ? Reach.Nest : Reach.Within);

    public override CallFault? Fault(DiscussionThread record) =>
        Check.Name("subject", record.Subject)
        ?? Spoken.AboutFault("about", record.About)
        ?? Spoken.InstantFault("opened_at", record.OpenedAt);

    protected override IEnumerable<Reference> Marks(Document document, DiscussionThread record) =>
    [
        .. document.Id.Split('/') is [var channel, _] ? new[] { new Reference(Of(document.Initiative, channel)) } : [],
        .. record.About.Select(about => new Reference(about, Spoken.Day(record.OpenedAt))),
    ];
}
