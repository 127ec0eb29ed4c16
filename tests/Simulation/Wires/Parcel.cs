using CollectiveImpact.V1;

namespace CollectiveImpact.Simulation.Wires;

/// <summary>Something on the way from one end of a wire to the other.</summary>
/// <param name="Frame">A frame, serialised: the two ends share no object. Null: the stream ends.</param>
/// <param name="Fault">How it ends; null where it does in good order.</param>
/// <param name="NotBefore">When it can arrive, in ticks of the clock.</param>
internal sealed record Parcel(byte[]? Frame, Exception? Fault, long NotBefore)
{
    /// <summary>Ends when it arrives, for a sender that waits for that.</summary>
    public TaskCompletionSource? Arrival { get; init; }

    public override string ToString() => Frame is null ? Fault is null ? "the end" : "a break" : Shown(LinkFrame.Parser.ParseFrom(Frame));

    private static string Shown(LinkFrame frame) => frame.FrameCase switch
    {
        LinkFrame.FrameOneofCase.Hello => $"hello (head {frame.Hello.Head}, cursor {frame.Hello.Cursor})",
        LinkFrame.FrameOneofCase.Batch => $"batch {frame.Batch.After}-{frame.Batch.Through} of {frame.Batch.Documents.Count}",
        LinkFrame.FrameOneofCase.Ack => $"ack {frame.Ack.Through} with {frame.Ack.Refusals.Count} refusals",
        LinkFrame.FrameOneofCase.Again => $"again {frame.Again.After}",
        LinkFrame.FrameOneofCase.Stop => $"stop: {frame.Stop.Reason}",
        _ => frame.FrameCase.ToString(),
    };
}
