using System.Reflection;
using System.Threading.Channels;
using CollectiveImpact.Exchange.Backups;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Joining;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Links;
using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CollectiveImpact.Exchange.Operator;

/// <summary>What a node's operator may ask of it and do with it.</summary>
internal sealed class OperatorService(
    LinkEnd end, OperatorFile file, Invitations invitations, Peers peers, KeyRotation rotation, BackupWriter backups, IEnumerable<ITableCheck> checks) : V1.Operator.OperatorBase
{
    private static readonly string Release = typeof(OperatorService).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
    private static readonly TimeSpan Usual = TimeSpan.FromDays(7), Shortest = TimeSpan.FromMinutes(1), Longest = TimeSpan.FromDays(30);
    private const int MostInitiatives = 100, LongestReason = 500, LongestNote = 200, ChunkBytes = 64 * 1024;

    public override Task<NodeStatus> GetStatus(GetStatusRequest request, ServerCallContext context)
    {
        var log = end.Log;
        var status = log.Read(NodeTables.Read);
        status.Node = new Node { Node_ = log.Node.Fingerprint, Level = end.Self.Level, Name = end.Self.Name, Log = log.Id, Head = log.Head };
        status.Links.Add(end.Board.Read());
        (status.Store, status.Release, status.Started) = (log.Store, Release, Timestamp.FromDateTimeOffset(file.Started));
        status.RefusedCalls = log.Read(reader => RefusedCalls.Count(reader, end.Time.GetUtcNow().AddDays(-1)));
        status.Keys = end.Key.Current.Successions.Count + 1;
        return Task.FromResult(status);
    }

    public override Task<ListRefusalsResponse> ListRefusals(ListRefusalsRequest request, ServerCallContext context)
    {
        Check.PageSize("page_size", request.PageSize, 100, 1000, out var size)?.Throw();
        if (!RefusalPage.TryReadToken(request.PageToken, out var before)) CallFault.Invalid("page_token", "is not one that this call has given").Throw();
        return Task.FromResult(end.Log.Read(reader => RefusalPage.Read(reader, request.Link, request.WithAccepted, size, before)));
    }

    public override Task<ListRefusedCallsResponse> ListRefusedCalls(ListRefusedCallsRequest request, ServerCallContext context)
    {
        Check.PageSize("page_size", request.PageSize, 100, 1000, out var size)?.Throw();
        return Task.FromResult(new ListRefusedCallsResponse { Calls = { end.Log.Read(reader => RefusedCalls.List(reader, size)) } });
    }

    public override async Task<InviteResponse> Invite(InviteRequest request, ServerCallContext context)
    {
        var valid = request.ValidSeconds == 0 ? Usual : TimeSpan.FromSeconds(request.ValidSeconds);
        (Check.Known("level", request.Level)
            ?? Hosting(request.Initiatives)
            ?? (valid < Shortest || valid > Longest ? CallFault.Invalid("valid_seconds", $"is {request.ValidSeconds}; give 60 to {Longest.TotalSeconds:0} (30 days), or 0 for 7 days") : null)
            ?? Check.Length("note", request.Note, LongestNote))?.Throw();
        if (request.Level >= end.Self.Level)
            CallFault.Precondition("level", $"this node is {end.Self.Level}; it can invite nodes of a level below it").Throw();
        var address = request.Address.Length > 0 ? request.Address : $"{(context.GetHttpContext().Request.IsHttps ? "https" : "http")}://{context.Host}";
        Address("address", address)?.Throw();
        return await invitations.MakeAsync(request.Level, new HostingScope([.. request.Initiatives]), valid, address, request.Note, context.CancellationToken);
    }

    public override Task<ListInvitationsResponse> ListInvitations(ListInvitationsRequest request, ServerCallContext context)
    {
        Check.PageSize("page_size", request.PageSize, 100, 1000, out var size)?.Throw();
        return Task.FromResult(new ListInvitationsResponse { Invitations = { invitations.List(size) } });
    }

    public override Task<Invitation> WithdrawInvitation(WithdrawInvitationRequest request, ServerCallContext context) => end.Log.WriteAsync(
        transaction =>
        {
            var invitation = InvitationTable.ByNumber(transaction, request.Number);
            if (invitation is null) CallFault.NotFound("number", $"no invitation has the number {request.Number}; `nest invitations` lists them").Throw();
            if (invitation!.State == Invitation.Types.State.Used)
                CallFault.Precondition("number", $"it was used by node {invitation.Node}; remove that node instead (`nest remove`)").Throw();
            InvitationTable.Withdraw(transaction, invitation);
            return InvitationTable.ByNumber(transaction, request.Number)!;
        },
        context.CancellationToken);

    public override async Task<JoinParentResponse> JoinParent(JoinParentRequest request, ServerCallContext context)
    {
        var letter = InvitationText.Read(request.Invitation);
        if (letter is null) CallFault.Invalid("invitation", "is none, or was cut; paste all of it, from `nest-` to its end").Throw();
        var address = request.Address.Length > 0 ? request.Address : letter!.Address;
        Address(request.Address.Length > 0 ? "address" : "invitation", address)?.Throw();
        if (letter!.Level != end.Self.Level)
            CallFault.Precondition("invitation", $"it is for a {letter.Level} node, and this one is {end.Self.Level}").Throw();
        try
        {
            return await invitations.JoinAsync(letter, address, context.CancellationToken);
        }
        catch (LinkFault fault)
        {
            throw new RpcException(new Status(StatusCode.PermissionDenied, fault.Message));
        }
        catch (RpcException exception) when (exception.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, $"the parent at {address} does not answer; try again, or give another address: {exception.Status.Detail}"));
        }
    }

    public override Task<LinkState> Suspend(SuspendRequest request, ServerCallContext context)
    {
        Reason(request.Reason)?.Throw();
        return peers.ChangeAsync(Find(request.Peer, mayBeRemoved: false), LinkState.Types.Standing.Suspended, request.Reason, context.CancellationToken);
    }

    public override Task<LinkState> Resume(ResumeRequest request, ServerCallContext context) =>
        peers.ChangeAsync(Find(request.Peer, mayBeRemoved: false), LinkState.Types.Standing.Active, "", context.CancellationToken);

    public override Task<LinkState> Remove(RemoveRequest request, ServerCallContext context)
    {
        Reason(request.Reason)?.Throw();
        return peers.ChangeAsync(Find(request.Peer, mayBeRemoved: true), LinkState.Types.Standing.Removed, request.Reason, context.CancellationToken);
    }

    public override async Task<RotateKeyResponse> RotateKey(RotateKeyRequest request, ServerCallContext context)
    {
        try
        {
            var key = await rotation.RotateAsync(context.CancellationToken);
            return new RotateKeyResponse { Node = key.Node.Fingerprint, Key = key.Fingerprint, Keys = key.Successions.Count + 1 };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RpcException(new Status(StatusCode.FailedPrecondition, "the new key can't be written beside the one in use; make the folder of the key file writable for the service"));
        }
    }

    public override async Task Backup(BackupRequest request, IServerStreamWriter<BackupChunk> responseStream, ServerCallContext context)
    {
        // A few pieces ahead of what the caller has taken, and no more.
        var pieces = Channel.CreateBounded<BackupChunk>(8);
        var writing = Task.Run(() => BackupPieces.Write(backups, pieces.Writer, ChunkBytes, context.CancellationToken), context.CancellationToken);
        await foreach (var piece in pieces.Reader.ReadAllAsync(context.CancellationToken)) await responseStream.WriteAsync(piece, context.CancellationToken);
        await writing;
    }

    public override async Task Verify(VerifyRequest request, IServerStreamWriter<VerifyProgress> responseStream, ServerCallContext context)
    {
        var answers = Channel.CreateBounded<VerifyProgress>(8);
        var walking = Task.Run(() => Verification.Run(end.Log, [.. checks], answers.Writer, context.CancellationToken), context.CancellationToken);
        await foreach (var answer in answers.Reader.ReadAllAsync(context.CancellationToken)) await responseStream.WriteAsync(answer, context.CancellationToken);
        await walking;
    }

    private StoredLink Find(string peer, bool mayBeRemoved)
    {
        var (link, fault) = peers.Find(peer);
        if (link is null) CallFault.NotFound("peer", fault).Throw();
        if (!mayBeRemoved && link!.Standing == LinkState.Types.Standing.Removed)
            CallFault.Precondition("peer", "it was removed for good; only a new invitation lets it in again").Throw();
        return link!;
    }

    private static CallFault? Reason(string reason) => string.IsNullOrWhiteSpace(reason)
        ? CallFault.Invalid("reason", "is empty; the other operator reads it, so say why")
        : Check.Length("reason", reason, LongestReason);

    private static CallFault? Hosting(IReadOnlyList<string> initiatives)
    {
        if (initiatives.Count is 0 or > MostInitiatives)
            return CallFault.Invalid("initiatives", $"has {initiatives.Count} entries; name 1 to {MostInitiatives}, `ca.on.*` for all below `ca.on.`, or `*` for any");
        return initiatives.Select((initiative, i) => initiative == "*" ? null
            : Check.Id($"initiatives[{i}]", initiative.EndsWith(".*", StringComparison.Ordinal) ? initiative[..^2] : initiative)).FirstOrDefault(fault => fault is not null);
    }

    private static CallFault? Address(string field, string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        ? null
        : CallFault.Invalid(field, $"`{Check.Shown(address)}` is no address; write it like `https://nest.example.ca`");
}
