using CollectiveImpact.GrpcApi.Tests.OverTheWire;
using Grpc.Core;

namespace CollectiveImpact.GrpcApi.Tests.Behaviour;

public sealed class ServiceTests
{
    [Fact]
    public void A_generated_service_hands_its_methods_to_a_binder_in_order()
    {
        var binder = new NameBinder();

        Echo.BindService(new EchoService(new Sightings())).BindService(binder);

        Assert.Equal(["Say", "Refuse", "Wait", "TellHeader"], binder.UnaryMethods);
    }

    [Fact]
    public void A_service_has_no_two_methods_of_one_name()
    {
        var method = new Method<string, string>(
            MethodType.Unary, "s", "m", Marshallers.StringMarshaller, Marshallers.StringMarshaller);
        var builder = ServerServiceDefinition.CreateBuilder().AddMethod(method, SameAsync);

        Assert.Throws<ArgumentException>(() => builder.AddMethod(method, SameAsync));
    }

    private static Task<string> SameAsync(string request, ServerCallContext context) => Task.FromResult(request);

    private sealed class NameBinder : ServiceBinderBase
    {
        public List<string> UnaryMethods { get; } = [];

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
            UnaryMethods.Add(method.Name);

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
        {
        }

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
        {
        }

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
        {
        }
    }
}
