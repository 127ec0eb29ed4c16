using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>Whether a clause above has moved away from under an alignment. It follows from the documents alone.</summary>
internal static class Drift
{
    /// <summary>How a clause that is in force differs from what was judged; null where it does not.</summary>
    /// <param name="putInForce">The versions that were put in force, the first first, from the one judged on.</param>
    /// <param name="judgedAt">The number of the version that was judged; nothing is claimed where it is not known.</param>
    /// <param name="clause">Which clause.</param>
    public static ClauseAlignment.Types.Drift? Of(IReadOnlyList<AgendaVersion> putInForce, int judgedAt, string clause)
    {
        if (putInForce.FirstOrDefault(version => version.Version == judgedAt) is not { } judged) return null;
        var before = judged.Find(clause);
        // It may have come and gone: what counts is how it reads now, and since when it has not read as judged.
        var since = putInForce.Where(version => version.Version > judgedAt).Reverse()
            .TakeWhile(version => !version.Find(clause).SaysTheSameAs(before)).LastOrDefault();
        return since is null
            ? null
            : new ClauseAlignment.Types.Drift { Since = since.Version, Before = before, After = putInForce[^1].Find(clause) };
    }
}
