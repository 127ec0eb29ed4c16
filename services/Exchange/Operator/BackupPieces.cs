using System.Threading.Channels;
using CollectiveImpact.Exchange.Backups;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Exchange.Operator;

/// <summary>A backup, cut into the pieces of an answer while it is written.</summary>
internal sealed class BackupPieces : Stream
{
    private readonly ChannelWriter<BackupChunk> _pieces;
    private readonly byte[] _piece;
    private readonly CancellationToken _cancellationToken;
    private int _length;
    private (long Rows, long Done) _progress;

    private BackupPieces(ChannelWriter<BackupChunk> pieces, int bytes, CancellationToken cancellationToken) =>
        (_pieces, _piece, _cancellationToken) = (pieces, new byte[bytes], cancellationToken);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Writes a backup to a channel, and completes it.</summary>
    public static void Write(BackupWriter backup, ChannelWriter<BackupChunk> pieces, int bytes, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = new BackupPieces(pieces, bytes, cancellationToken);
            backup.Write(stream, (rows, done) => stream._progress = (rows, done), cancellationToken);
            stream.Send();
            pieces.Complete();
        }
        catch (Exception exception)
        {
            pieces.Complete(exception);
            throw;
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_length == _piece.Length) Send();
            var part = buffer[..Math.Min(buffer.Length, _piece.Length - _length)];
            part.CopyTo(_piece.AsSpan(_length));
            _length += part.Length;
            buffer = buffer[part.Length..];
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Send()
    {
        var chunk = new BackupChunk { Content = ByteString.CopyFrom(_piece.AsSpan(0, _length)), Rows = _progress.Rows, Done = _progress.Done };
        // The database's calls block, so waiting for the caller to take a piece may as well.
        _pieces.WriteAsync(chunk, _cancellationToken).AsTask().GetAwaiter().GetResult();
        _length = 0;
    }
}
