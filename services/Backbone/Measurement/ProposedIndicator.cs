using CollectiveImpact.Backbone.Proposals;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>An indicator that is defined when its proposal is accepted.</summary>
internal sealed class ProposedIndicator(Reporting reporting) : IProposable
{
    public Change.ChangeOneofCase Case => Change.ChangeOneofCase.Indicator;

    public Function Function => Function.EstablishSharedMeasurement;

    public CallFault? Fault(Change change) => IndicatorKind.Fault(change.Indicator);

    public string Do(LogTransaction transaction, string initiative, Change change)
    {
        var indicator = change.Indicator.Clone();
        indicator.Initiative = "";
        return Topic.Of("indicator", IndicatorKey.Of(reporting.Define(transaction, new DefineIndicatorRequest { Initiative = initiative, Indicator = indicator })));
    }
}
