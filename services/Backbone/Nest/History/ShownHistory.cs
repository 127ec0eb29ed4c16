using CollectiveImpact.Backbone.Records;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest.History;

/// <summary>Successions as the contract shows them.</summary>
internal static class ShownHistory
{
    /// <param name="nest">What is known of the nest.</param>
    /// <param name="initiative">Whose succession it is.</param>
    /// <param name="found">The record, as it stands.</param>
    public static InitiativeSuccession Of(NestState nest, string initiative, Found<InitiativeSuccession> found)
    {
        var (shown, known) = (found.Record.Clone(), KnownSuccession.Read(found.Document.Content, found.Record));
        (shown.Initiative, shown.Day, shown.Revision, shown.State) = (initiative, found.Id, found.Revision, nest.Successions.StateOf(known));
        foreach (var successor in shown.Successors)
            if (nest.Successions.Answer(known, successor.Initiative) is { } answer)
                (successor.Answer, successor.Reason, successor.Answered) = (answer.Answer, answer.Reason, answer.Day);
        return shown;
    }
}
