namespace CollectiveImpact.Backbone.Activities;

/// <summary>An activity as the index tells of it.</summary>
/// <param name="Initiative">Whose.</param>
/// <param name="Id">Which.</param>
/// <param name="Mark">What is known of it.</param>
internal sealed record Work(string Initiative, string Id, ActivityMark Mark)
{
    /// <summary>As others name it.</summary>
    public string Name => $"{Initiative}/{Id}";

    /// <summary>By initiative and id.</summary>
    public static int Compare(Work one, Work other)
    {
        var order = string.CompareOrdinal(one.Initiative, other.Initiative);
        return order != 0 ? order : string.CompareOrdinal(one.Id, other.Id);
    }
}
