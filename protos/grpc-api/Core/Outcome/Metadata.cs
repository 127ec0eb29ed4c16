using System.Collections;

namespace Grpc.Core;

/// <summary>
/// The headers or trailers of a call, in the order they were added. A key may occur more than once,
/// and its case does not matter.
/// </summary>
public sealed partial class Metadata : IList<Metadata.Entry>
{
    /// <summary>The end of every key whose values are bytes rather than text.</summary>
    public const string BinaryHeaderSuffix = "-bin";

    /// <summary>No entries, for ever: adding one throws.</summary>
    public static readonly Metadata Empty = new(readOnly: true);

    private readonly List<Entry> entries = [];

    /// <summary>Metadata without entries yet.</summary>
    public Metadata()
    {
    }

    private Metadata(bool readOnly) => IsReadOnly = readOnly;

    /// <summary>Whether this is <see cref="Empty" />.</summary>
    public bool IsReadOnly { get; }

    /// <summary>How many entries there are.</summary>
    public int Count => entries.Count;

    /// <summary>The entry at a place, from 0.</summary>
    public Entry this[int index]
    {
        get => entries[index];
        set => Writable()[index] = NotNull(value);
    }

    /// <summary>The last entry of a key, or null.</summary>
    public Entry? Get(string key) => entries.FindLast(entry => entry.HasKey(key));

    /// <summary>The text of the last entry of a key, or null.</summary>
    /// <exception cref="InvalidOperationException">The entry is binary.</exception>
    public string? GetValue(string key) => Get(key)?.Value;

    /// <summary>The bytes of the last entry of a key, or null.</summary>
    public byte[]? GetValueBytes(string key) => Get(key)?.ValueBytes;

    /// <summary>The entries of a key, in order.</summary>
    public IEnumerable<Entry> GetAll(string key) => entries.Where(entry => entry.HasKey(key));

    /// <summary>Adds an entry at the end.</summary>
    public void Add(Entry item) => Writable().Add(NotNull(item));

    /// <summary>Adds an entry of text at the end.</summary>
    public void Add(string key, string value) => Add(new Entry(key, value));

    /// <summary>Adds an entry of bytes at the end.</summary>
    public void Add(string key, byte[] valueBytes) => Add(new Entry(key, valueBytes));

    /// <inheritdoc />
    public void Insert(int index, Entry item) => Writable().Insert(index, NotNull(item));

    /// <inheritdoc />
    public void RemoveAt(int index) => Writable().RemoveAt(index);

    /// <inheritdoc />
    public bool Remove(Entry item) => Writable().Remove(item);

    /// <inheritdoc />
    public void Clear() => Writable().Clear();

    /// <inheritdoc />
    public int IndexOf(Entry item) => entries.IndexOf(item);

    /// <inheritdoc />
    public bool Contains(Entry item) => entries.Contains(item);

    /// <inheritdoc />
    public void CopyTo(Entry[] array, int arrayIndex) => entries.CopyTo(array, arrayIndex);

    /// <inheritdoc />
    public IEnumerator<Entry> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Entry NotNull(Entry item) => item ?? throw new ArgumentNullException(nameof(item));

    private List<Entry> Writable() => IsReadOnly
        ? throw new InvalidOperationException("Metadata.Empty is shared and read only: create a new Metadata.")
        : entries;
}
