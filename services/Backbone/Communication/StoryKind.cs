using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>What an initiative tells those above it.</summary>
internal sealed class StoryKind(TimeProvider time) : SpokenKind<Story>(time, Kind, Travel.Up)
{
    private const string Kind = "story";

    /// <summary>By their days.</summary>
    public static Look Told { get; } = new("told", Kind);

    public override CallFault? Fault(Story record) =>
        Check.Name("title", record.Title)
        ?? Check.Required("text", record.Text, LongestBody)
        ?? Spoken.DayFault("day", record.Day)
        ?? Spoken.AboutFault("about", record.About)
        ?? (record.Author.Length == 0 ? null : Check.Id("author", record.Author));

    protected override IEnumerable<Reference> Marks(Document document, Story record) =>
    [
        .. Told.Marks(document.Initiative, record.Day, record.About),
        .. record.About.Select(about => new Reference(about, record.Day)),
        .. record.Author.Length == 0 ? [] : new[] { PartnerMark.Of(document.Initiative, record.Author, record.Day) },
    ];
}
