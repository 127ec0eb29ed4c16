using System.Globalization;
using CollectiveImpact.Benchmarks.Nodes;
using CollectiveImpact.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace CollectiveImpact.Benchmarks.CatchUp;

/// <summary>What was written while a node was cut off: of many provinces, a report a month.</summary>
internal static class SampleDocuments
{
    public const int Provinces = 500, Import = 1000;

    // What one signature covers, and what goes into one batch of the exchange.
    private const int Signed = 64, LargestBatch = 512, LargestBytes = 512 * 1024;

    private static readonly ByteString Log = Random(16), Key = Random(91), Value = Random(64), Path = Random(6 * 32);

    public static IEnumerable<string> Initiatives => Enumerable.Range(0, Provinces).Select(Initiative);

    /// <summary>The reports of a round, a month of every province after the other.</summary>
    public static IEnumerable<ReportRequest> Reports(int round, int count) => Enumerable.Range(0, count).Select(i => new ReportRequest
    {
        Initiative = Initiative(i % Provinces),
        Indicator = Registration.Indicator,
        Period = Month(round * (count / Provinces) + i / Provinces),
        Observations = { Observe("", i + 0.75m), Observe("tenure=owner", i + 0.25m), Observe("tenure=renter", 0.5m) },
    });

    /// <summary>The documents that a node makes of them: of the same shape and size, under signatures that nobody could verify.</summary>
    public static IEnumerable<(Document Document, SignedDocument Signed)> Documents(int round, int count) => Reports(round, count).Select((report, i) =>
    {
        var document = new Document
        {
            Initiative = report.Initiative,
            Kind = "report",
            Id = $"{Registration.Nation}/{report.Indicator}/{report.Period}/{report.Initiative}",
            Epoch = 1,
            Revision = 1,
            Log = Log,
            Sequence = (long)round * count + i + 1,
            WrittenAt = Timestamp.FromDateTime(DateTime.UtcNow),
            Payload = new ReportRecord { Observations = { report.Observations } }.ToByteString(),
        };
        return (document, new SignedDocument { Document = document.ToByteString(), Signature = i % LargestBatch / Signed, Leaf = i % Signed, Leaves = Signed, Path = Path });
    });

    /// <summary>The frames in which the exchange would send them.</summary>
    public static List<LinkFrame> Frames(int round, int count)
    {
        List<LinkFrame> frames = [];
        var (batch, bytes) = (new Batch { After = (long)round * count }, 0);
        foreach (var (document, signed) in Documents(round, count))
        {
            if (batch.Documents.Count == LargestBatch || bytes + signed.Document.Length > LargestBytes) Close();
            batch.Documents.Add(signed);
            batch.Through = document.Sequence;
            bytes += signed.Document.Length + signed.Path.Length;
        }

        Close();
        return frames;

        void Close()
        {
            var signatures = (batch.Documents.Count + Signed - 1) / Signed;
            for (var i = 0; i < signatures; i++) batch.Signatures.Add(new Signature { Value = Value, PublicKey = Key });
            frames.Add(new LinkFrame { Batch = batch });
            (batch, bytes) = (new Batch { After = batch.Through }, 0);
        }
    }

    public static byte[] Signature => Value.ToByteArray();

    private static string Initiative(int number) => $"{Registration.Province}-{number}";

    private static string Month(int month) => string.Create(CultureInfo.InvariantCulture, $"{1000 + month / 12:0000}-{month % 12 + 1:00}");

    private static Observation Observe(string cell, decimal value) => new() { Cell = cell, Value = value.ToString(CultureInfo.InvariantCulture) };

    private static ByteString Random(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return ByteString.CopyFrom(bytes);
    }
}
