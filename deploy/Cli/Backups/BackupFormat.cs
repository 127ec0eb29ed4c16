using System.Text.Json;

namespace CollectiveImpact.Cli.Backups;

/// <summary>
/// The file of a backup: the line <c>nest backup 1</c>; a line of JSON, the header; the node's key, if it is within, as it
/// stands in <c>node.key</c>; the gzip stream that the node sent; and the SHA-256 of all of that, 32 bytes.
/// </summary>
internal static class BackupFormat
{
    public const int HashBytes = 32;
    public const int LongestHeader = 64 * 1024;
    public const int LargestKey = 64 * 1024;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static ReadOnlySpan<byte> Magic => "nest backup 1\n"u8;
}
