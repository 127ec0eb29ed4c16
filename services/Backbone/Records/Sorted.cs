namespace CollectiveImpact.Backbone.Records;

/// <summary>Sequences that are in order already.</summary>
internal static class Sorted
{
    /// <summary>Two of them as one. No more is read of either than is asked for.</summary>
    public static IEnumerable<T> Merge<T>(IEnumerable<T> one, IEnumerable<T> other, Comparison<T> compare) where T : class
    {
        using var first = one.GetEnumerator();
        using var second = other.GetEnumerator();
        var (left, right) = (Next(first), Next(second));
        while (left is not null || right is not null)
        {
            var isLeft = right is null || (left is not null && compare(left, right) <= 0);
            yield return (isLeft ? left : right)!;
            if (isLeft) left = Next(first);
            else right = Next(second);
        }
    }

    private static T? Next<T>(IEnumerator<T> sequence) where T : class => sequence.MoveNext() ? sequence.Current : null;
}
