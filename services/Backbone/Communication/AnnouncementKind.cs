using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>What an initiative tells those below it.</summary>
internal sealed class AnnouncementKind(TimeProvider time) : SpokenKind<Announcement>(time, Kind, Travel.Down)
{
    private const string Kind = "announcement";

    /// <summary>By their days; the detail is the last day on which they hold.</summary>
    public static Look Announced { get; } = new("announced", Kind);

    public override CallFault? Fault(Announcement record) =>
        Check.Name("title", record.Title)
        ?? Check.Required("text", record.Text, LongestBody)
        ?? Spoken.DayFault("day", record.Day)
        ?? Check.Days("day", record.Day, "until", record.Until)
        ?? Spoken.AboutFault("about", record.About)
        ?? (record.Author.Length == 0 ? null : Check.Id("author", record.Author));

    protected override IEnumerable<Reference> Marks(Document document, Announcement record) =>
    [
        .. Announced.Marks(document.Initiative, record.Day, record.About, record.Until),
        .. record.About.Select(about => new Reference(about, record.Day)),
        .. record.Author.Length == 0 ? [] : new[] { PartnerMark.Of(document.Initiative, record.Author, record.Day) },
    ];
}
