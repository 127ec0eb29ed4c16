using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>What is reported and published of an initiative, page by page as its documents stand.</summary>
/// <param name="log">Where they stand.</param>
/// <param name="initiative">Whose they are.</param>
/// <param name="prefix">`definer/indicator/`, or empty for all.</param>
/// <param name="size">How many make a page.</param>
internal sealed class ReportedList(DocumentLog log, string initiative, string prefix, int size)
{
    /// <summary>A client takes 4 MiB in an answer; the report that passes this one has less than another.</summary>
    private const int MostBytes = 1 << 20;

    // Documents read in one go: a page of large ones ends long before a thousand.
    private const int AtOnce = 64;

    public ListReportsResponse Reports(string token)
    {
        var (page, next) = Page(ReportKind.Kind, token);
        return new ListReportsResponse { Reports = { page.Select(Report) }, NextPageToken = next };
    }

    public ListPublishedResponse Published(string token)
    {
        var (page, next) = Page(PublishedKind.Kind, token);
        return new ListPublishedResponse { Figures = { page.Select(Figure) }, NextPageToken = next };
    }

    // The token is the id of the page's last document: a page stays right whatever is reported in between.
    private (List<StoredDocument> Page, string Next) Page(string kind, string token) => log.Read(reader =>
    {
        List<StoredDocument> page = [];
        var bytes = 0;
        foreach (var document in Standing(reader, kind, token))
        {
            if (page.Count == size || bytes >= MostBytes) return (page, page[^1].Content.Id);
            page.Add(document);
            bytes += document.Bytes.Length;
        }

        return (page, "");
    });

    private IEnumerable<StoredDocument> Standing(LogReader reader, string kind, string after)
    {
        while (true)
        {
            var read = reader.DocumentsBeginning(initiative, kind, prefix, after, AtOnce);
            foreach (var document in read.Where(document => !document.Content.Deleted)) yield return document;
            if (read.Count < AtOnce) yield break;
            after = read[^1].Content.Id;
        }
    }

    private static StandingReport Report(StoredDocument document)
    {
        var content = document.Content;
        var key = ReportKey.Read(content.Initiative, content.Id)!;
        return new StandingReport
        {
            Initiative = key.Initiative,
            Indicator = key.Indicator,
            Period = key.Period,
            Reporter = key.Reporter,
            Observations = { ReportRecord.Parser.ParseFrom(content.Payload).Observations },
            WrittenAt = content.WrittenAt,
            ReceivedAt = Timestamp.FromDateTimeOffset(document.ReceivedAt),
            Revision = content.Revision,
            Epoch = content.Epoch,
            Node = document.Writer.Fingerprint,
        };
    }

    private static PublishedFigure Figure(StoredDocument document)
    {
        var figure = PublishedFigure.Parser.ParseFrom(document.Content.Payload);
        figure.Indicator = string.Join('/', document.Content.Id.Split('/')[..2]);
        return figure;
    }
}
