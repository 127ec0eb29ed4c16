using System.Buffers.Text;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Exchange.Joining;

/// <summary>An invitation as one operator hands it to another: one word that can be copied and pasted.</summary>
internal static class InvitationText
{
    private const string Prefix = "nest-";

    public static string Write(InvitationLetter letter) => Prefix + Base64Url.EncodeToString(letter.ToByteArray());

    /// <summary>Reads what <see cref="Write"/> wrote, with white space around it; null when it is something else or was cut.</summary>
    public static InvitationLetter? Read(string text)
    {
        text = text.Trim();
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length > 20_000) return null;
        try
        {
            var letter = InvitationLetter.Parser.ParseFrom(Base64Url.DecodeFromChars(text.AsSpan(Prefix.Length)));
            return letter is { Node.Length: 32, Secret.Length: 32, Expires: not null } ? letter : null;
        }
        catch (Exception exception) when (exception is FormatException or InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
