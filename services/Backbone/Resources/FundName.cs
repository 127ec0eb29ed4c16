using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>Funds by name: an initiative's own by its id, one that it was allocated by `giver/allocation`.</summary>
internal static class FundName
{
    public static bool IsAllocated(string fund) => fund.Contains('/');

    public static string Of(string giver, string allocation) => $"{giver}/{allocation}";

    public static (string Giver, string Allocation) Parts(string fund) => RecordId.Parts(fund);

    public static CallFault? Fault(string field, string fund) => IsAllocated(fund) ? RecordId.ReferenceFault(field, fund) : Check.Id(field, fund);
}
