using System.Globalization;
using CollectiveImpact.Backbone.Communication;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>Where the public was met, and who took part, as counts.</summary>
internal sealed class CampaignEventKind(TimeProvider time, Sharing sharing) : TwinKind<CampaignEvent>(time, Kind, Travel.Up, sharing)
{
    public const string Kind = "campaign-event";

    private const int Most = 1_000_000_000, MostVoices = 50;

    /// <summary>By their days; the detail is their kind.</summary>
    public static Look Held { get; } = new("engages", Kind, TwinKind<CampaignEvent>.Kept(Kind));

    public override Function Function => Function.BuildPublicWill;

    public override CallFault? Fault(CampaignEvent record) =>
        (record.Campaign.Length == 0 ? null : Check.Id("campaign", record.Campaign))
        ?? Check.Name("name", record.Name)
        ?? Check.Text("place", record.Place, Check.LongestName)
        ?? Check.RequiredDay("day", record.Day)
        ?? Check.Known("kind", record.Kind)
        ?? (record.HasExpected ? Count("expected", record.Expected) : null)
        ?? (record.HasAttended ? Count("attended", record.Attended) : null)
        ?? Check.Text("outcome", record.Outcome)
        ?? PartsFault(record);

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, CampaignEvent record)
    {
        var campaign = record.Campaign.Length == 0 ? [] : new[] { WillTopic.Campaign($"{document.Initiative}/{record.Campaign}") };
        return
        [
            .. Held.Marks(document.Initiative, record.Day, campaign, ((int)record.Kind).ToString(CultureInfo.InvariantCulture)),
            .. campaign.Select(each => new Reference(each)),
        ];
    }

    /// <summary>What is wrong with who took part.</summary>
    private static CallFault? PartsFault(CampaignEvent record)
    {
        HashSet<Sector> sectors = [];
        for (var i = 0; i < record.Sectors.Count; i++)
        {
            var (field, part) = ($"sectors[{i}]", record.Sectors[i]);
            if ((Check.Known($"{field}.sector", part.Sector) ?? Count($"{field}.count", part.Count)) is { } fault) return fault;
            if (!sectors.Add(part.Sector)) return CallFault.Invalid($"{field}.sector", $"{part.Sector} is there twice; name each once");
        }

        if (Check.Distinct("voices", [.. record.Voices.Select(part => part.Voice)], MostVoices, (field, voice) => Check.Id($"{field}.voice", voice)) is { } wrong) return wrong;
        for (var i = 0; i < record.Voices.Count; i++)
            if (Count($"voices[{i}].count", record.Voices[i].Count) is { } fault) return fault;
        if (!record.HasAttended) return null;
        var inSectors = record.Sectors.Sum(part => (long)part.Count);
        if (inSectors > record.Attended) return CallFault.Invalid("sectors", $"count {inSectors} together, and {record.Attended} attended; nobody is of two sectors");
        var loud = record.Voices.Select((part, i) => (part, i)).FirstOrDefault(each => each.part.Count > record.Attended);
        return loud.part is null ? null : CallFault.Invalid($"voices[{loud.i}].count", $"is {loud.part.Count}, and {record.Attended} attended");
    }

    private static CallFault? Count(string field, int count) =>
        count is >= 0 and <= Most ? null : CallFault.Invalid(field, $"is {count}; give 0 to {Most}");
}
