using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>A key, in lower case, with text or, if the key ends in <c>-bin</c>, with bytes.</summary>
    public sealed class Entry
    {
        private static readonly SearchValues<char> KeyCharacters =
            SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-.");

        private readonly string? text;
        private readonly byte[]? bytes;

        /// <summary>An entry of text.</summary>
        /// <exception cref="ArgumentException">The key ends in <c>-bin</c> or has characters not allowed.</exception>
        public Entry(string key, string value)
        {
            Key = Normalized(key);
            text = value ?? throw new ArgumentNullException(nameof(value));
            if (IsBinary)
                throw new ArgumentException($"The key '{Key}' promises bytes (-bin) and has text.", nameof(key));
        }

        /// <summary>An entry of bytes, which are copied.</summary>
        /// <exception cref="ArgumentException">The key lacks <c>-bin</c> or has characters not allowed.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            Key = Normalized(key);
            ArgumentNullException.ThrowIfNull(valueBytes);
            bytes = [.. valueBytes];
            if (!IsBinary)
                throw new ArgumentException($"The key '{Key}' of bytes must end in '-bin'.", nameof(key));
        }

        /// <summary>The key in lower case: letters of ASCII, digits, <c>_</c>, <c>-</c> and <c>.</c> only.</summary>
        public string Key { get; }

        /// <summary>The text.</summary>
        /// <exception cref="InvalidOperationException">The entry is binary.</exception>
        public string Value => text
            ?? throw new InvalidOperationException($"The entry '{Key}' is binary: read its ValueBytes.");

        /// <summary>A copy of the bytes, or the text in ASCII.</summary>
        public byte[] ValueBytes => bytes is null ? Encoding.ASCII.GetBytes(text!) : [.. bytes];

        /// <summary>Whether the key ends in <c>-bin</c>.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <inheritdoc />
        public override string ToString() => IsBinary
            ? $"[Entry: key={Key}, valueBytes={Convert.ToHexString(bytes!)}]"
            : $"[Entry: key={Key}, value={text}]";

        internal bool HasKey(string key) => Key.Equals(key, StringComparison.OrdinalIgnoreCase);

        private static string Normalized(string key)
        {
            ArgumentException.ThrowIfNullOrEmpty(key);
            var normalized = key.ToLowerInvariant();
            if (normalized.AsSpan().ContainsAnyExcept(KeyCharacters))
                throw new ArgumentException(
                    $"The key '{key}' may have letters, digits, '_', '-' and '.' only.", nameof(key));
            return normalized;
        }
    }
}
