using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest.History;

/// <summary>What an initiative passes into, on one day. The id is the day.</summary>
internal sealed class SuccessionKind(TimeProvider time) : RecordKind<InitiativeSuccession>(time)
{
    public const string Kind = "succession";

    private const int MostSuccessors = 50;

    public override string Name => Kind;

    public override Travel Travel => Travel.Network;

    public override bool Recalled => true;

    /// <summary>The revision of a succession as callers know it.</summary>
    public static string RevisionOf(Document content) => RecordId.Revision(content.Epoch, content.Revision);

    public override CallFault? Fault(InitiativeSuccession record)
    {
        if (record.Successors.Count == 0) return CallFault.Invalid("successors", "is empty; name at least one initiative that takes over");
        if (Check.Distinct("successors", [.. record.Successors.Select(each => each.Initiative)], MostSuccessors, (field, id) => Check.Id($"{field}.initiative", id)) is { } fault) return fault;
        for (var i = 0; i < record.Successors.Count; i++)
            if (WeightFault($"successors[{i}].weight", record.Successors[i].Weight, record.Successors.Count) is { } wrong) return wrong;
        return (record.Successors.Count > 1 ? Check.Required("basis", record.Basis) : Check.Text("basis", record.Basis)) ?? Check.Text("reason", record.Reason);
    }

    public override NodeStanding Learn(NodeStanding standing, StoredDocument document)
    {
        var (content, successions) = (document.Content, standing.Nest.Successions);
        return standing with
        {
            Nest = standing.Nest.With(content.Deleted
                ? successions.Without(content.Initiative, UtcDay.Read(content.Id)!.Value)
                : successions.With(KnownSuccession.Read(content, Read(document)))),
        };
    }

    public override void Follow(LogTransaction transaction, Step step)
    {
        base.Follow(transaction, step);
        OpenWays(transaction, step, step.Document.Content.Initiative);
    }

    /// <summary>What an initiative had, whoever takes it over is to have: what went up from it goes to its heirs, too.</summary>
    public static void OpenWays(LogTransaction transaction, Step step, string initiative)
    {
        var (before, after) = (step.Before.Nest.Successions, step.After.Nest.Successions);
        foreach (var each in after.Forebears(initiative).Append(initiative).Where(each => after.Heirs(each).Except(before.Heirs(each)).Any()))
            transaction.Reoffer(each, Travel.Up);
    }

    protected override string? Misplaced(Document document) => Check.RequiredDay("id", document.Id)?.Text;

    private static CallFault? WeightFault(string field, string weight, int successors)
    {
        if (weight.Length == 0 && successors == 1) return null;
        if (Figure.Read(field, weight, out var read) is { } fault) return fault;
        return read.IsPositive ? null : CallFault.Invalid(field, $"is {weight}; a weight is greater than zero: leave out who takes over nothing");
    }
}
