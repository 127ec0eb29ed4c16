using System.Globalization;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>Which of its writer's posts: whose channel, which thread, and the how manieth there.</summary>
internal sealed record PostId(string Of, string Channel, string Thread, int Number)
{
    /// <summary>The thread as what the post names.</summary>
    public string Topic => Records.Topic.Of("thread", Of, $"{Channel}/{Thread}");

    /// <summary>As a document's id: numbers have as many digits, so that ids sort as they count.</summary>
    public string Text => $"{Of}/{Channel}/{Thread}/{Number.ToString("D10", CultureInfo.InvariantCulture)}";

    public static PostId? Read(string id) =>
        id.Split('/') is [var of, var channel, var thread, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var counted)
            ? new PostId(of, channel, thread, counted)
            : null;
}
