using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>A post: of the initiative that writes it, wherever the channel is.</summary>
internal sealed class PostKind(TimeProvider time, Reach reach)
    : SpokenKind<Post>(time, NameOf(reach), reach == Reach.Within ? Travel.Kept : Travel.Line)
{
    /// <summary>By when they were written, with their authors as detail.</summary>
    public static Look Written { get; } = new("posted", NameOf(Reach.Nest), NameOf(Reach.Within));

    public static string NameOf(Reach reach) => reach == Reach.Within ? "post-kept" : "post";

    protected override string? Twin => NameOf(reach == Reach.Within ? Reach.Nest : Reach.Within);

    public override CallFault? Fault(Post record) =>
        (record.Author.Length == 0 ? null : Check.Id("author", record.Author))
        ?? Check.Required("text", record.Text, LongestBody)
        ?? Spoken.InstantFault("written_at", record.WrittenAt);

    protected override IEnumerable<Reference> Marks(Document document, Post record)
    {
        if (PostId.Read(document.Id) is not { } id) return [];
        var written = Spoken.Sorted(record.WrittenAt);
        return
        [
            new(id.Topic, written, Mark: ""),
            .. Written.Marks(document.Initiative, written, [], record.Author),
            .. record.Author.Length == 0 ? [] : new[] { PartnerMark.Of(document.Initiative, record.Author, Spoken.Day(record.WrittenAt)) },
        ];
    }
}
