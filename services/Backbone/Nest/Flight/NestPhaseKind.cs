using System.Globalization;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest.Flight;

/// <summary>A phase of an alignment. Each is a document of its own, `parent/number`, written once: together they are its history.</summary>
internal sealed class NestPhaseKind(TimeProvider time) : RecordKind<NestPhase>(time)
{
    public const int Most = 9999;

    public override string Name => "nest-phase";

    public override Travel Travel => Travel.Line;

    protected override bool IsForGood => true;

    public static string IdOf(string parent, int number) => $"{parent}/{number.ToString("D4", CultureInfo.InvariantCulture)}";

    public override CallFault? Fault(NestPhase record) =>
        Check.Known("phase", record.Phase) ?? Check.RequiredDay("since", record.Since) ?? Check.Text("reason", record.Reason);

    protected override string? Misplaced(Document document) => document.Id.Split('/') is [_, { Length: 4 } number] && number.All(char.IsAsciiDigit)
        ? null
        : $"`{Check.Shown(document.Id)}` names no parent and no number of four digits";
}
