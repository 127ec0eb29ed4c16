using System.Buffers.Binary;
using CollectiveImpact.Benchmarks.Nodes;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Benchmarks.Routing;

/// <summary>A unary call as it goes over the wire.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Path">Its service and method.</param>
/// <param name="Message">The request.</param>
/// <param name="AnswerBytes">How long the answer's message is. An error has none: a shorter answer is a wrong one.</param>
internal sealed record SampleCall(string Name, string Path, IMessage Message, int AnswerBytes)
{
    // Whether it is compressed, and its length.
    public const int Prefix = 5;

    /// <summary>Two calls about the nation, of which one goes to whoever holds measurement for it, and one to any node.</summary>
    public static async Task<IReadOnlyList<SampleCall>> TakeAsync(string service, CancellationToken cancellationToken)
    {
        using var channel = RunningNodes.Channel(service);
        var series = new GetSeriesRequest { Initiative = Registration.Nation, Indicator = Registration.Indicator };
        var initiative = new GetInitiativeRequest { Initiative = Registration.Nation };
        var seriesAnswer = await new SharedMeasurement.SharedMeasurementClient(channel).GetSeriesAsync(series, cancellationToken: cancellationToken);
        var initiativeAnswer = await new V1.Nest.NestClient(channel).GetInitiativeAsync(initiative, cancellationToken: cancellationToken);
        return
        [
            new("GetSeries, 12 months", "/collectiveimpact.v1.SharedMeasurement/GetSeries", series, seriesAnswer.CalculateSize()),
            new("GetInitiative", "/collectiveimpact.v1.Nest/GetInitiative", initiative, initiativeAnswer.CalculateSize()),
        ];
    }

    public byte[] Body()
    {
        var body = new byte[Prefix + Message.CalculateSize()];
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(1), (uint)(body.Length - Prefix));
        Message.WriteTo(body.AsSpan(Prefix));
        return body;
    }
}
