using System.Data.Common;
using System.Threading.Channels;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Exchange.Links;

/// <summary>
/// One link while its stream stands. Both ends run the same code: they differ only in who speaks first. A session ends
/// with an exception that says why; what was not acknowledged is sent again by the next.
/// </summary>
internal sealed class LinkSession(StoredLink link, LinkEnd end, LinkStatus status, LinkStream stream)
{
    // More than a peer that keeps to the window can send ahead: the reading of acknowledgements never waits for the disk.
    private readonly Channel<Batch> _batches = Channel.CreateBounded<Batch>(LinkSender.Window * 2);
    private readonly Channel<CheckedBatch> _checked = Channel.CreateBounded<CheckedBatch>(LinkSender.StoredAsOne);
    private readonly Channel<LinkFrame> _outgoing = Channel.CreateUnbounded<LinkFrame>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TimeProvider _time = end.Time;
    private long _spokenAt = end.Time.GetTimestamp();
    private long _heardAt = end.Time.GetTimestamp();

    /// <summary>Whether an exception says that the stream, or this node's log, can't go on for now.</summary>
    public static bool IsBroken(Exception exception) =>
        exception is RpcException or IOException or TimeoutException or InvalidOperationException or OperationCanceledException
            or LogElsewhereException or DbException;

    /// <summary>Exchanges until the stream ends or breaks.</summary>
    /// <param name="hello">What the peer said first.</param>
    /// <param name="peer">Who it is.</param>
    /// <param name="cancellationToken">Ends the session.</param>
    public async Task RunAsync(Hello hello, LinkPeer peer, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var peerLog = Convert.ToHexStringLower(hello.Log.Span);
        var from = Convert.ToHexStringLower(hello.CursorLog.Span) == end.Log.Id ? hello.Cursor : 0;
        var sender = new LinkSender(end.Log, end.Rules, peer, from, status, Say);
        var receiver = new LinkReceiver(link, end.Log, peer, peerLog, status, Say);
        await receiver.RepeatRefusalsAsync(hello.RefusalsThrough, ending.Token);

        Task[] tasks =
        [
            WriteAsync(ending.Token),
            ReadAsync(sender, ending.Token),
            CheckAsync(ending.Token),
            ApplyAsync(receiver, ending.Token),
            sender.RunAsync(ending.Token),
            BeatAsync(sender, ending.Token),
        ];
        var first = await Task.WhenAny(tasks);
        ending.Cancel();
        await Task.WhenAll(tasks).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await first;
    }

    private void Say(LinkFrame frame) => _outgoing.Writer.TryWrite(frame);

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        while (await _outgoing.Reader.WaitToReadAsync(cancellationToken))
        {
            while (_outgoing.Reader.TryRead(out var frame))
            {
                await stream.SendAsync(frame, cancellationToken);
                Volatile.Write(ref _spokenAt, _time.GetTimestamp());
            }
        }
    }

    private async Task ReadAsync(LinkSender sender, CancellationToken cancellationToken)
    {
        while (await stream.NextAsync(cancellationToken) is { } frame)
        {
            Volatile.Write(ref _heardAt, _time.GetTimestamp());
            switch (frame.FrameCase)
            {
                case LinkFrame.FrameOneofCase.Batch when _batches.Writer.TryWrite(frame.Batch): break;
                case LinkFrame.FrameOneofCase.Batch: throw new LinkFault("the peer sends more than was acknowledged allows");
                case LinkFrame.FrameOneofCase.Ack:
                    sender.Acknowledged(frame.Ack.Through);
                    if (frame.Ack.Refusals.Count > 0) await StoreRefusalsAsync(frame.Ack, cancellationToken);
                    break;
                case LinkFrame.FrameOneofCase.Again: sender.GoBack(frame.Again.After); break;
                case LinkFrame.FrameOneofCase.Heartbeat: break;
                case LinkFrame.FrameOneofCase.Stop: throw new LinkFault(frame.Stop.Reason);
                default: throw new LinkFault($"the peer sent {frame.FrameCase} in the middle of a link");
            }
        }
    }

    private Task<int> StoreRefusalsAsync(Ack ack, CancellationToken cancellationToken) => end.Log.WriteAsync(
        transaction =>
        {
            foreach (var refusal in ack.Refusals) RefusalTable.StoreByPeer(transaction, link, refusal);
            return ack.Refusals.Count;
        },
        cancellationToken);

    /// <summary>Looks at a batch while the one before is being stored.</summary>
    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        while (await _batches.Reader.WaitToReadAsync(cancellationToken))
        {
            while (_batches.Reader.TryRead(out var batch))
                await _checked.Writer.WriteAsync(new CheckedBatch(batch.After, batch.Through, DocumentCheck.Check(batch)), cancellationToken);
        }
    }

    /// <summary>Stores all that waits at once: a peer that is behind is limited by the disk, and commits are what it costs.</summary>
    private async Task ApplyAsync(LinkReceiver receiver, CancellationToken cancellationToken)
    {
        List<CheckedBatch> batches = [];
        while (await _checked.Reader.WaitToReadAsync(cancellationToken))
        {
            while (batches.Count < LinkSender.StoredAsOne && _checked.Reader.TryRead(out var batch)) batches.Add(batch);
            await receiver.ReceiveAsync(batches, cancellationToken);
            batches.Clear();
        }
    }

    private async Task BeatAsync(LinkSender sender, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(LinkTimes.Heartbeat / 4, _time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (_time.GetElapsedTime(Volatile.Read(ref _heardAt)) > LinkTimes.Silence)
                throw new TimeoutException($"nothing was heard for {LinkTimes.Silence.TotalSeconds:0} s");
            if (_time.GetElapsedTime(Volatile.Read(ref _spokenAt)) < LinkTimes.Heartbeat) continue;
            // What was passed over because it is not meant for the peer is told now and then, not for every document.
            if (!sender.SayPassedOver()) Say(new LinkFrame { Heartbeat = new Heartbeat() });
        }
    }
}
