using System.Buffers;
using System.IO.Pipelines;

namespace CollectiveImpact.Hosting.OnePort;

/// <summary>The first bytes of a connection that speaks HTTP/2 without having asked (RFC 9113, section 3.4).</summary>
internal static class Preface
{
    private static ReadOnlySpan<byte> Http2 => "PRI * HTTP/2.0"u8;

    /// <summary>
    /// Whether the preface of HTTP/2 comes first. Waits only for as long as what has come could still become it,
    /// and consumes nothing: whoever reads next reads from the first byte.
    /// </summary>
    public static async ValueTask<bool> IsNextAsync(PipeReader input, CancellationToken cancellationToken)
    {
        var examined = 0L;
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            var verdict = Judge(buffer);
            if (verdict is null && !read.IsCompleted)
            {
                examined = buffer.Length;
                input.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }
            // Bytes that are marked as examined are not handed out before more follow: leave the new ones unmarked.
            input.AdvanceTo(buffer.Start, buffer.GetPosition(examined));
            return verdict is true;
        }
    }

    /// <summary>Null while the bytes are a beginning of the preface.</summary>
    private static bool? Judge(in ReadOnlySequence<byte> bytes)
    {
        Span<byte> first = stackalloc byte[Http2.Length];
        var length = (int)Math.Min(bytes.Length, Http2.Length);
        bytes.Slice(0, length).CopyTo(first);
        if (!Http2.StartsWith(first[..length]))
            return false;
        return length == Http2.Length ? true : null;
    }
}
