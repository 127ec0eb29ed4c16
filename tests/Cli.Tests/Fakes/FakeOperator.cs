using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Cli.Tests.Fakes;

/// <summary>Answers an operator's calls with what the test says, and takes them only with the node's token.</summary>
internal sealed class FakeOperator : Operator.OperatorBase
{
    public const string NodeId = "3f9a0c21d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f";

    private readonly Dictionary<Type, Func<IMessage, IMessage>> answers = [];
    private readonly Dictionary<Type, (IReadOnlyList<IMessage> Answers, RpcException? End)> streams = [];

    public ConcurrentQueue<IMessage> Requests { get; } = new();

    public NodeStatus Status { get; } = new()
    {
        Node = new() { Node_ = NodeId, Level = Level.Provincial, Name = "Ontario", Log = "0123456789abcdef0123456789abcdef", Head = 1302 },
        Documents = 1290,
        Store = "SQLite",
        Release = "0.3.0",
        Keys = 2,
    };

    public List<FunctionMap> Maps { get; } = [];

    public void Answers<TRequest>(Func<TRequest, IMessage> answer)
        where TRequest : IMessage => answers[typeof(TRequest)] = request => answer((TRequest)request);

    public void Streams<TRequest>(IEnumerable<IMessage> messages, RpcException? end = null)
        where TRequest : IMessage => streams[typeof(TRequest)] = ([.. messages], end);

    /// <summary>The only request of its kind.</summary>
    public T Asked<T>() => Assert.Single(Requests.OfType<T>());

    public override Task<NodeStatus> GetStatus(GetStatusRequest request, ServerCallContext context)
    {
        Check(request, context);
        return Task.FromResult(Status);
    }

    public override Task<ListRefusalsResponse> ListRefusals(ListRefusalsRequest request, ServerCallContext context) => Answer<ListRefusalsResponse>(request, context);

    public override Task<ListRefusedCallsResponse> ListRefusedCalls(ListRefusedCallsRequest request, ServerCallContext context) => Answer<ListRefusedCallsResponse>(request, context);

    public override Task<InviteResponse> Invite(InviteRequest request, ServerCallContext context) => Answer<InviteResponse>(request, context);

    public override Task<ListInvitationsResponse> ListInvitations(ListInvitationsRequest request, ServerCallContext context) => Answer<ListInvitationsResponse>(request, context);

    public override Task<Invitation> WithdrawInvitation(WithdrawInvitationRequest request, ServerCallContext context) => Answer<Invitation>(request, context);

    public override Task<JoinParentResponse> JoinParent(JoinParentRequest request, ServerCallContext context) => Answer<JoinParentResponse>(request, context);

    public override Task<LinkState> Suspend(SuspendRequest request, ServerCallContext context) => Answer<LinkState>(request, context);

    public override Task<LinkState> Resume(ResumeRequest request, ServerCallContext context) => Answer<LinkState>(request, context);

    public override Task<LinkState> Remove(RemoveRequest request, ServerCallContext context) => Answer<LinkState>(request, context);

    public override Task<RotateKeyResponse> RotateKey(RotateKeyRequest request, ServerCallContext context) => Answer<RotateKeyResponse>(request, context);

    public override Task Backup(BackupRequest request, IServerStreamWriter<BackupChunk> responseStream, ServerCallContext context) => StreamAsync(request, responseStream, context);

    public override Task Verify(VerifyRequest request, IServerStreamWriter<VerifyProgress> responseStream, ServerCallContext context) => StreamAsync(request, responseStream, context);

    private Task<T> Answer<T>(IMessage request, ServerCallContext context)
        where T : IMessage
    {
        Check(request, context);
        return Task.FromResult((T)answers[request.GetType()](request));
    }

    private async Task StreamAsync<T>(IMessage request, IServerStreamWriter<T> responses, ServerCallContext context)
        where T : IMessage
    {
        Check(request, context);
        var (messages, end) = streams[request.GetType()];
        foreach (var message in messages)
            await responses.WriteAsync((T)message);
        if (end is not null)
            throw end;
    }

    private void Check(IMessage request, ServerCallContext context)
    {
        if (context.RequestHeaders.GetValue("authorization") != $"Bearer {FakeNode.Token}")
            throw new RpcException(new(StatusCode.Unauthenticated, "the token is missing or wrong"));
        Requests.Enqueue(request);
    }
}
