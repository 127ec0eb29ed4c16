using CollectiveImpact.V1;
using Grpc.Net.Client;

namespace CollectiveImpact.Benchmarks.Lists;

/// <summary>All services at one address.</summary>
internal sealed class Clients(GrpcChannel channel)
{
    public V1.Nest.NestClient Nest { get; } = new(channel);

    public V1.Charter.CharterClient Charter { get; } = new(channel);

    public V1.Partners.PartnersClient Partners { get; } = new(channel);

    public CommonAgenda.CommonAgendaClient Agenda { get; } = new(channel);

    public V1.Activities.ActivitiesClient Activities { get; } = new(channel);

    public V1.Communication.CommunicationClient Communication { get; } = new(channel);

    public V1.Proposals.ProposalsClient Proposals { get; } = new(channel);

    public SharedMeasurement.SharedMeasurementClient Measurement { get; } = new(channel);
}
