using System.Security.Cryptography;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>The words that are offered: in both languages, and told from those that they were before.</summary>
internal static class OfferedWords
{
    public const int HashLength = 16;

    public static CallFault? BothLanguages(string field, Text? text) => IsWhole(text)
        ? null
        : CallFault.Invalid(field, "lacks a language, and what is offered is in both; give English and French, or offer it later");

    /// <summary>Whether a text is in both languages.</summary>
    public static bool IsWhole(Text? text) => text is { En.Length: > 0, Fr.Length: > 0 };

    /// <summary>Of what is taken from a campaign: that it goes on, or serves another clause, changes nothing for who adapts it.</summary>
    public static ByteString Hash(Campaign campaign) =>
        HashOf(new Campaign { Name = campaign.Name, Aim = campaign.Aim, Audiences = { campaign.Audiences }, Channels = { campaign.Channels } });

    public static ByteString Hash(CampaignMessage message) => HashOf(new CampaignMessage { Audience = message.Audience, Text = message.Text });

    private static ByteString HashOf(IMessage words) => ByteString.CopyFrom(SHA256.HashData(words.ToByteArray()).AsSpan(0, HashLength));
}
