using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>Counts what ratifiers have answered, and holds it against the quorum. It follows from the documents alone.</summary>
internal static class QuorumCount
{
    /// <summary>How many of so many are a percentage at least: 67 % of 3 are 3, 66 % are 2.</summary>
    public static int Needed(int percent, int ratifiers) => ((percent * ratifiers) + 99) / 100;

    /// <summary>How a version stands.</summary>
    /// <param name="version">With its fingerprint.</param>
    /// <param name="said">What was answered to it; what does not belong to it is left out.</param>
    public static AgendaStanding Of(AgendaVersion version, IEnumerable<Ratification> said)
    {
        var ratifiers = version.Ratifiers.Count;
        var agreedNeeded = Needed(version.Quorum.AgreedPercent, ratifiers);
        var clauses = version.Clauses.ToDictionary(
            clause => clause.Clause_, clause => new AgendaStanding.Types.ClauseStanding { Clause = clause.Clause_, Number = clause.Number, Unanswered = ratifiers });
        var standing = new AgendaStanding
        {
            Initiative = version.Initiative,
            Version = version.Version,
            Ratifiers = ratifiers,
            AnsweredNeeded = Needed(version.Quorum.AnsweredPercent, ratifiers),
            AgreedNeeded = agreedNeeded,
            Clauses = { version.Clauses.Select(clause => clauses[clause.Clause_]) },
        };
        foreach (var ratification in Counting(version, said))
        {
            if (ratification.Answers.Count == clauses.Count) standing.Answered++;
            foreach (var answer in ratification.Answers) Count(clauses[answer.Clause], answer.Answer);
        }

        foreach (var clause in standing.Clauses) clause.Lacking = Math.Max(0, agreedNeeded - clause.Adopted - clause.Adapted);
        standing.QuorumMet = standing.Answered >= standing.AnsweredNeeded && standing.Clauses.All(clause => clause.Lacking == 0);
        return standing;
    }

    /// <summary>Of what was said, that which answers these words, by who was asked, one each.</summary>
    private static List<Ratification> Counting(AgendaVersion version, IEnumerable<Ratification> said)
    {
        var ratifiers = version.Ratifiers.Select(ratifier => ratifier.Partner).ToHashSet();
        var clauses = version.Clauses.Select(clause => clause.Clause_).ToHashSet();
        return [.. said.Where(ratification => ratification.Fingerprint == version.Fingerprint
            && ratification.Answers.All(answer => clauses.Contains(answer.Clause))
            && ratifiers.Remove(ratification.Ratifier))];
    }

    private static void Count(AgendaStanding.Types.ClauseStanding clause, ClauseAnswer.Types.Answer answer)
    {
        clause.Unanswered--;
        switch (answer)
        {
            case ClauseAnswer.Types.Answer.Adopts: clause.Adopted++; break;
            case ClauseAnswer.Types.Answer.Adapts: clause.Adapted++; break;
            default: clause.Declined++; break;
        }
    }
}
