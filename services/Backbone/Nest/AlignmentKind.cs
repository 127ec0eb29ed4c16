using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest;

/// <summary>An alignment, written by the initiative's host; one document a parent.</summary>
internal sealed class AlignmentKind : IKind
{
    public const string Kind = "alignment";

    public string Name => Kind;

    public Travel Travel => Travel.Network;

    public bool Recalled => true;

    public static DocumentKey Key(string initiative, string parent) => new(initiative, Kind, parent);

    public static CallFault? Fault(NodeStanding standing, string initiative, Alignment? alignment)
    {
        if (alignment is null) return CallFault.Invalid("", "is missing; name the parent, and the dates if there are any");
        if ((Check.Id("parent", alignment.Parent)
            ?? DatedAlignment.TimesFault(alignment)
            ?? Check.Text("part", alignment.Part, Check.LongestName)) is { } fault) return fault;
        if (standing.Nest.Find(initiative) is not { } child) return CallFault.UnknownInitiative("initiative", initiative);
        if (standing.Nest.Find(alignment.Parent) is not { } parent) return CallFault.UnknownInitiative("parent", alignment.Parent);
        return parent.Level > child.Level
            ? null
            : CallFault.Invalid("parent", $"{parent.Id} is {parent.Level}, and {child.Id} is {child.Level}; an initiative aligns with one of a level above");
    }

    public RefusalReason? Refuse(NodeStanding standing, StoredDocument document, StoredDocument? former, LinkPeer peer)
    {
        var content = document.Content;
        if (standing.Nest.Find(content.Initiative) is not { } initiative) return $"initiative {content.Initiative} is not known here";
        if (initiative.Host != document.Writer) return RefusalClass.Hosting.Because($"initiative {initiative.Id} is hosted by node {initiative.Host}, and only that one aligns it");
        if (content.Deleted) return null;
        var alignment = Alignment.Parser.ParseFrom(content.Payload);
        return alignment.Parent == content.Id ? Fault(standing, content.Initiative, alignment)?.Text : "an alignment's id is its parent";
    }

    public NodeStanding Learn(NodeStanding standing, StoredDocument document)
    {
        var content = document.Content;
        return standing with
        {
            Nest = content.Deleted
                ? standing.Nest.Without(content.Initiative, content.Id)
                : standing.Nest.With(content.Initiative, DatedAlignment.Read(Alignment.Parser.ParseFrom(content.Payload))),
            ChangedMaps = standing.ChangedMaps.Add(content.Initiative),
        };
    }

    public void Follow(LogTransaction transaction, Step step)
    {
        var initiative = step.Document.Content.Initiative;
        PlaceTable.Note(transaction, initiative, [.. step.After.Nest.Alignments(initiative).Values]);
        List<string> moved = [initiative, .. step.After.Nest.Descendants(initiative)];
        foreach (var each in moved)
        {
            Contributions.Move(transaction, step, each);
            transaction.Reconsider(each);
        }

        // Documents take the ways of alignments of any date: only one with a new parent opens a way.
        var parent = step.Document.Content.Id;
        if (step.Document.Content.Deleted || step.Before.Nest.Alignments(initiative).ContainsKey(parent)) return;
        foreach (var each in moved) transaction.Reoffer(each, Travel.Up, Travel.Down, Travel.Line);
        foreach (var each in moved.SelectMany(step.After.Nest.Successions.Forebears).Distinct().Except(moved)) transaction.Reoffer(each, Travel.Up);
        foreach (var above in step.After.Nest.Ancestors(initiative)) transaction.Reoffer(above, Travel.Down, Travel.Line);
    }
}
