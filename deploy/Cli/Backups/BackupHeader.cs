using System.Text.Json.Serialization;

namespace CollectiveImpact.Cli.Backups;

/// <summary>What a backup says of itself.</summary>
/// <param name="Node">The node's id, 64 hexadecimal digits.</param>
/// <param name="Level">Its level: <c>local</c>, <c>provincial</c> or <c>national</c>.</param>
/// <param name="Name">What its operator calls it.</param>
/// <param name="Log">The id of the log that was copied.</param>
/// <param name="Head">The last sequence number of that log when the backup began: it holds at least this.</param>
/// <param name="Release">The release that ran.</param>
/// <param name="MadeAt">When the backup began.</param>
/// <param name="KeyBytes">How many bytes of <c>node.key</c> follow the header; 0 where the key is not within.</param>
internal sealed record BackupHeader(
    string Node, string Level, string Name, string Log, long Head, string Release, DateTimeOffset MadeAt, int KeyBytes)
{
    /// <summary>Whether the key is within.</summary>
    [JsonIgnore]
    public bool HoldsKey => KeyBytes > 0;
}
