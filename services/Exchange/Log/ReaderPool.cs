using System.Collections.Concurrent;
using System.Data.Common;
using CollectiveImpact.Exchange.Log.Stores;

namespace CollectiveImpact.Exchange.Log;

/// <summary>Connections that read, each as of one moment, kept for the next who does.</summary>
internal sealed class ReaderPool(ILogStore store) : IDisposable
{
    private readonly ConcurrentBag<LogReader> _idle = [];

    public T Read<T>(Func<LogReader, T> read)
    {
        var kept = _idle.TryTake(out var reader);
        reader ??= store.OpenReader();
        try
        {
            reader.Freeze();
            try
            {
                return read(reader);
            }
            finally
            {
                if (reader.IsOpen) reader.Thaw();
            }
        }
        catch (DbException) when (kept && !reader.IsOpen)
        {
            // The database has ended connections that waited here: one more try, on a new one.
            Dispose();
        }
        finally
        {
            if (reader.IsOpen) _idle.Add(reader);
            else reader.Dispose();
        }

        return Read(read);
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var reader)) reader.Dispose();
    }
}
