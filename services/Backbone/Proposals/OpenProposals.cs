using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Proposals;

/// <summary>To whom proposals were made, and which of them wait: what lists over the whole network look at.</summary>
internal static class OpenProposals
{
    private const string To = "proposed-to", OpenTo = "open-to";

    /// <summary>Notes a proposal after its answer has changed.</summary>
    public static void Note(LogTransaction transaction, string by, string id)
    {
        var key = new DocumentKey(by, ProposedKind.Kind, id);
        ReferenceTable.Replace(transaction, key, transaction.Find(key) is { } document ? Of(transaction.Find, document) : []);
    }

    /// <summary>The proposals of which the target is asked, with the day on which each was made; all initiatives'.</summary>
    public static IEnumerable<(string Initiative, Function Function, Mention Mention)> All(LogReader reader, bool open)
    {
        var prefix = open ? OpenTo : To;
        foreach (var mention in ReferenceTable.Beginning(reader, prefix + " ", ProposedKind.Kind))
        {
            var target = mention.Target[(prefix.Length + 1)..].Split('/');
            if (Functions.Parse(target[1]) is { } function) yield return (target[0], function, mention);
        }
    }

    /// <summary>Whether an answer is to what the proposal says now.</summary>
    public static bool IsTo(this StoredDocument answer, StoredDocument proposal) => !answer.Content.Deleted
        && ProposalAnswer.Parser.ParseFrom(answer.Content.Payload).Revision == Revision(proposal);

    /// <summary>A proposal's revision, as its readers are told.</summary>
    public static string Revision(StoredDocument proposal) => RecordId.Revision(proposal.Content.Epoch, proposal.Content.Revision);

    /// <summary>What a proposal names: whom it was made to, and whether it waits.</summary>
    public static IEnumerable<Reference> Of(Func<DocumentKey, StoredDocument?> find, StoredDocument document)
    {
        if (document.Content.Deleted) yield break;
        var proposal = ChangeProposal.Parser.ParseFrom(document.Content.Payload);
        var (by, id, function) = (document.Content.Initiative, document.Content.Id, Functions.Name(proposal.Function));
        yield return new Reference(Topic.Of(To, proposal.Initiative, function), proposal.ProposedOn);
        var answer = find(new DocumentKey(proposal.Initiative, AnswerKind.Kind, AnswerKind.Id(proposal.Function, by, id)));
        if (answer?.IsTo(document) != true) yield return new Reference(Topic.Of(OpenTo, proposal.Initiative, function), proposal.ProposedOn);
    }
}
