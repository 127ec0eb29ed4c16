using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Policies;

/// <summary>What barriers have in common, as the contract writes it: <c>clause ca/keep-homes</c>.</summary>
/// <param name="Kind"><c>alike</c>, <c>clause</c> or <c>indicator</c>.</param>
/// <param name="Key"><c>initiative/id</c>.</param>
internal sealed record CommonTopic(string Kind, string Key)
{
    public const string Clause = "clause";
    public const string Indicator = "indicator";

    public string Initiative => Key.Split('/')[0];

    public static CommonTopic Of(ListCommonBarriersResponse.Types.Group group) =>
        group.Subject.Split(' ', 2) is [var kind, var key] ? new(kind, key) : new("", group.Subject);
}
