using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;

namespace CollectiveImpact.Backbone.Records;

/// <summary>Checks of what a record names of others, `initiative/id`: of its own initiative, or of those above.</summary>
internal static class InLine
{
    /// <summary>What is wrong with naming something of an initiative.</summary>
    /// <param name="standing">What stands.</param>
    /// <param name="initiative">Whose record names it.</param>
    /// <param name="field">Where.</param>
    /// <param name="owner">Of whom.</param>
    /// <param name="things">What, in messages: `clauses`.</param>
    public static CallFault? Fault(NodeStanding standing, string initiative, string field, string owner, string things) =>
        owner == initiative || standing.Nest.Ancestors(initiative).Contains(owner)
            ? null
            : CallFault.Invalid(field, $"{Check.Shown(owner)} is neither {initiative} nor above it; name {things} of {initiative} or of an initiative that it is aligned with");

    /// <summary>What is wrong with naming an indicator, whose form is right.</summary>
    public static CallFault? IndicatorFault(NodeStanding standing, string initiative, string field, string reference)
    {
        var (definer, indicator) = RecordId.Parts(reference);
        if (Fault(standing, initiative, field, definer, "indicators") is { } fault) return fault;
        return standing.Indicators.Find(definer, indicator) is not null
            ? null
            : CallFault.NotFound(field, $"{definer} defines no indicator `{indicator}` that is known here");
    }
}
