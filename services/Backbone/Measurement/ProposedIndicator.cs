using CollectiveImpact.Backbone.Proposals;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>An indicator that is defined when its proposal is accepted.</summary>
internal sealed class ProposedIndicator(Reporting reporting) : IProposable
{
    public Change.ChangeOneofCase Case => Change.ChangeOneofCase.Indicator;

    public Function Function => Function.EstablishSharedMeasurement;

    public CallFault? Fault(string initiative, Change change) =>
        IndicatorKind.Fault(change.Indicator) ?? Check.Same("indicator.initiative", change.Indicator.Initiative, initiative);

    public CallFault? Hindrance(LogTransaction transaction, NodeStanding standing, string initiative, Change change)
    {
        var id = change.Indicator.Indicator_;
        if (standing.Indicators.Find(initiative, id) is not { } stands)
            return change.Indicator.Revision == 0 ? null : CallFault.Precondition("indicator.revision", $"is {change.Indicator.Revision}, and {initiative} defines no `{id}`; adapt it without a revision, or decline it");
        if (change.Indicator.Revision != stands.Revision)
            return CallFault.Precondition("indicator.revision", $"is {change.Indicator.Revision}, and {initiative} defines `{id}` at revision {stands.Revision} by now; adapt it to what stands, or decline it");
        return reporting.ChangeFault(transaction, stands, change.Indicator);
    }

    public string Do(LogTransaction transaction, NodeStanding standing, long epoch, string initiative, Change change) => Topic.Of(
        "indicator", IndicatorKey.Of(reporting.Define(transaction, new DefineIndicatorRequest { Initiative = initiative, Indicator = change.Indicator })));
}
