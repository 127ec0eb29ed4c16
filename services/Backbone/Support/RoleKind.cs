using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>A role in a backbone. Who holds it is no part of it: see <see cref="RoleHolderKind"/>.</summary>
internal sealed class RoleKind(TimeProvider time, Sharing sharing) : TwinKind<BackboneRole>(time, Kind, Travel.Up, sharing)
{
    public const string Kind = "backbone-role";

    private const int MostPositions = 100;

    private static readonly Figure Whole = Figure.Stored("1");

    public override CallFault? Fault(BackboneRole record) =>
        Check.Name("title", record.Title)
        ?? Check.Distinct("functions", [.. record.Functions.Select(function => function.ToString())], Enum.GetValues<Function>().Length, (_, _) => null)
        ?? record.Functions.Select((function, i) => Check.Known($"functions[{i}]", function)).FirstOrDefault(fault => fault is not null)
        ?? Figure.Read("full_time", record.FullTime, out var fullTime)
        ?? (fullTime.IsPositive && fullTime.CompareTo(Whole) <= 0 ? null : CallFault.Invalid("full_time", $"is {Check.Shown(record.FullTime)}; one position is more than 0 and at most 1 of a full-time one"))
        ?? (record.Positions is >= 1 and <= MostPositions ? null : CallFault.Invalid("positions", $"is {record.Positions}; a role has 1 to {MostPositions} positions"))
        ?? (record.Filled >= 0 && record.Filled <= record.Positions ? null : CallFault.Invalid("filled", $"is {record.Filled}; of {record.Positions} positions none, some or all are filled"))
        ?? (record.Holders.Count == 0 ? null : CallFault.Invalid("holders", "never leave the node of the initiative"))
        ?? Check.Days("since", record.Since, "until", record.Until);

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, BackboneRole record) =>
    [
        new(SupportTopic.Roles),
        .. record.Filled < record.Positions ? new[] { new Reference(SupportTopic.Vacant) } : [],
        .. record.Functions.Select(function => new Reference(SupportTopic.RoleFor(function))),
    ];
}
