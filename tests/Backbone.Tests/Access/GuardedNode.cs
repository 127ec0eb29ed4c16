using System.Security.Cryptography;
using CollectiveImpact.Backbone.Tests.Network;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Hosting.Callers;
using CollectiveImpact.Hosting.Contract;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Backbone.Tests.Access;

/// <summary>A local node that answers by a gateway alone, with two initiatives that have nothing to do with each other; and that gateway's key.</summary>
internal sealed class GuardedNode : IAsyncDisposable
{
    public const string Own = "ca.on.hamilton", Above = "ca.on", Foreign = "ca.bc.victoria";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string _folder = Directory.CreateTempSubdirectory("guarded-").FullName;
    private TestNode _province = null!, _local = null!;
    private GrpcChannel _channel = null!;

    public static Caller Administrator { get; } = new() { Person = "ann", Administrator = true };

    public static IEnumerable<ContractMethod> Methods { get; } =
        [.. ContractMethods.In(typeof(V1.Charter).Assembly).All.Where(method => method.Route is not null).OrderBy(method => method.Path, StringComparer.Ordinal)];

    public string Fingerprint => _local.Services.GetRequiredService<NodeKey>().Node.Fingerprint;

    public static async Task<GuardedNode> StartAsync()
    {
        var node = new GuardedNode();
        node._province = await TestNode.StartAsync(Path.Combine(node._folder, "province"), Level.Provincial, []);
        await node._province.Register(Above, Level.Provincial);
        node._local = await TestNode.StartAsync(
            Path.Combine(node._folder, "local"), Level.Local,
            [new("Nest:Access:Gateways:0", Convert.ToBase64String(node._key.ExportSubjectPublicKeyInfo()))]);
        await node._local.JoinAsync(node._province);
        node._channel = GrpcChannel.ForAddress(node._local.Address);
        var nest = new V1.Nest.NestClient(node._channel);
        foreach (var (initiative, parents) in ((string, string[])[])[(Own, [Above]), (Foreign, [])])
            await nest.RegisterInitiativeAsync(
                new RegisterInitiativeRequest
                {
                    Initiative = initiative,
                    Level = Level.Local,
                    Name = new Text { En = initiative },
                    Alignments = { parents.Select(parent => new Alignment { Parent = parent }) },
                    Holds = { Enum.GetValues<Function>().Skip(1) },
                },
                node.Headers(Administrator));
        return node;
    }

    /// <summary>The initiative of the node hands a function to the province, which accepts.</summary>
    public async Task HandOverAsync(Function function, string to)
    {
        var charter = new V1.Charter.CharterClient(_channel);
        await charter.HandOverAsync(new HandOverRequest { Initiative = Own, Function = function, To = { to } }, Headers(Administrator));
        await Words.Until(
            async () => await _province.Charter.RespondAsync(
                new RespondRequest { Initiative = Own, Function = function, Responder = to, Answer = RespondRequest.Types.Answer.Accept }),
            _ => true);
        await Words.Until(
            async () => await charter.GetFunctionMapAsync(new GetFunctionMapRequest { Initiative = Own }, Headers(Administrator)),
            map => map.Functions.Single(each => each.Function == function).Writer == to);
    }

    public static Caller As(string initiative, Role role, string partner = "") =>
        new() { Person = "joe", Grants = { new Caller.Types.Grant { Initiative = initiative, Role = role, Partner = partner } } };

    public Metadata Headers(Caller caller) => With(new CallerTokens(_key, TimeProvider.System).Create(caller, Fingerprint));

    public static Metadata With(string token) => new() { { CallerTokens.Header, token } };

    /// <summary>A token by another key, for another node, or of another time.</summary>
    public string Token(Caller caller, ECDsa? key = null, string? node = null, TimeProvider? time = null) =>
        new CallerTokens(key ?? _key, time ?? TimeProvider.System).Create(caller, node ?? Fingerprint);

    /// <summary>A request that says no more than what it is about.</summary>
    public static IMessage About(ContractMethod method, string initiative)
    {
        var request = method.Input.Parser.ParseFrom(ByteString.Empty);
        method.KeyField!.Accessor.SetValue(request, initiative);
        if (method.Input.FindFieldByName("function") is { } function) function.Accessor.SetValue(request, Function.AdvancePolicy);
        return request;
    }

    /// <summary>Makes a call, and says how it ended; of a stream of answers, how it began.</summary>
    public async Task<StatusCode> CallAsync(ContractMethod method, IMessage request, Metadata? headers)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            var (calls, options) = (_channel.CreateCallInvoker(), new CallOptions(headers, cancellationToken: end.Token));
            if (method.ServerStreaming)
            {
                using var call = calls.AsyncServerStreamingCall(Of(method, MethodType.ServerStreaming), null, options, request);
                await call.ResponseStream.MoveNext(end.Token);
            }
            else if (method.ClientStreaming)
            {
                using var call = calls.AsyncClientStreamingCall(Of(method, MethodType.ClientStreaming), null, options);
                try
                {
                    await call.RequestStream.WriteAsync(request, end.Token);
                    await call.RequestStream.CompleteAsync();
                }
                catch (RpcException)
                {
                    // It was refused before all was said: the answer says why.
                }

                await call;
            }
            else
            {
                await calls.AsyncUnaryCall(Of(method, MethodType.Unary), null, options, request);
            }

            return StatusCode.OK;
        }
        catch (RpcException exception)
        {
            return exception.StatusCode;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _local.DisposeAsync();
        await _province.DisposeAsync();
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Method<IMessage, IMessage> Of(ContractMethod method, MethodType type) => new(
        type, method.Service, method.Name,
        Marshallers.Create<IMessage>(message => message.ToByteArray(), method.Input.Parser.ParseFrom),
        Marshallers.Create<IMessage>(message => message.ToByteArray(), method.Output.Parser.ParseFrom));
}
