using CollectiveImpact.Backbone.Partners;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using Google.Protobuf;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>
/// What initiatives say to each other, and what follows from it. Each part of the contract stands in a file of its own.
/// </summary>
internal sealed partial class CommunicationService(
    CommunicationRecords records, PartnerRecords partners, Named named, RecordCalls calls, TimeProvider time) : V1.Communication.CommunicationBase
{
    /// <summary>The records that marks lead to, of those that stand.</summary>
    private static IEnumerable<(Marked Mark, Found<T> Found)> Standing<T>(
        IEnumerable<Marked> marks, RecordSet<T> set, Func<DocumentKey, StoredDocument?> find) where T : class, IMessage<T>, new() =>
        marks.Select(mark => (mark, set.Find(find, mark.Initiative, mark.Id))).Where(each => each.Item2 is not null)!;

    private static void CheckDays(string from, string until, string about = "") =>
        (Check.Days("from", from, "until", until) ?? (about.Length == 0 ? null : Spoken.AboutFault("about", about)))?.Throw();
}
