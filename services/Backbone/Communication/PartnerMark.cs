using CollectiveImpact.Backbone.Records;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>That a partner took part in what a record says, other than that it is about the partner: with the days on which it did, so that its silence is seen.</summary>
internal static class PartnerMark
{
    public static Reference Of(string initiative, string partner, params IEnumerable<string> days) =>
        new(Prefix(initiative) + partner, string.Join(' ', days));

    /// <summary>What all marks of an initiative's partners begin with.</summary>
    public static string Prefix(string initiative) => $"took-part {initiative}/";
}
