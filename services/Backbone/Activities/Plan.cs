using CollectiveImpact.Backbone.Records;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>Works out the plan of an initiative: partners by what they serve.</summary>
internal static class Plan
{
    /// <summary>The columns: strategies in the agenda's order, what else is served, and nothing where some serve nothing.</summary>
    /// <param name="initiative">Whose plan.</param>
    /// <param name="clauses">Its agenda in force.</param>
    /// <param name="activities">Its activities.</param>
    public static IReadOnlyList<ActivityPlan.Types.Strategy> Columns(
        string initiative, IReadOnlyList<AgendaClause> clauses, IReadOnlyList<Activity> activities)
    {
        var known = clauses.ToDictionary(clause => $"{initiative}/{clause.Id}");
        var strategies = clauses.Where(clause => clause.Kind == ClauseKind.Strategy).Select(clause => $"{initiative}/{clause.Id}").ToList();
        var served = activities.SelectMany(Served).CountBy(clause => clause).ToDictionary();
        return
        [
            .. strategies.Concat(served.Keys.Except(strategies).OrderBy(clause => clause.Length == 0).ThenBy(clause => clause, StringComparer.Ordinal))
                .Select(clause => new ActivityPlan.Types.Strategy
                {
                    Clause = clause,
                    Number = known.GetValueOrDefault(clause)?.Number ?? "",
                    Text = known.GetValueOrDefault(clause)?.Text,
                    Activities = served.GetValueOrDefault(clause),
                }),
        ];
    }

    /// <summary>The rows, by the partner's id.</summary>
    /// <param name="columns">What the columns stand for.</param>
    /// <param name="activities">The initiative's activities.</param>
    /// <param name="commitments">Its partners' commitments; what was missed is marked.</param>
    /// <param name="partners">The partners that are known, by id.</param>
    public static IEnumerable<ActivityPlan.Types.Row> Rows(
        IReadOnlyList<ActivityPlan.Types.Strategy> columns, IReadOnlyList<Activity> activities, IReadOnlyList<Commitment> commitments,
        IReadOnlyDictionary<string, Text> partners)
    {
        var doing = activities.SelectMany(activity => activity.Partners.Prepend(activity.Lead).Select(partner => (Partner: partner, Activity: activity)))
            .ToLookup(each => each.Partner, each => each.Activity);
        var committed = commitments.ToLookup(commitment => commitment.Partner);
        var served = activities.ToDictionary(activity => activity.Activity_, activity => Served(activity).ToHashSet());
        return partners.Keys.Union(doing.Select(each => each.Key)).Union(committed.Select(each => each.Key)).Order(StringComparer.Ordinal)
            .Select(partner => new ActivityPlan.Types.Row
            {
                Partner = partner,
                Name = partners.GetValueOrDefault(partner),
                Cells =
                {
                    columns.Select(column => Cell(
                            column.Clause, partner,
                            doing[partner].Where(activity => served[activity.Activity_].Contains(column.Clause)),
                            [.. committed[partner].Where(each => served.TryGetValue(each.Activity, out var clauses) && clauses.Contains(column.Clause))]))
                        .Where(cell => cell.Activities.Count + cell.Open + cell.Kept + cell.Missed > 0),
                },
            });
    }

    private static ActivityPlan.Types.Cell Cell(string clause, string partner, IEnumerable<Activity> activities, IReadOnlyList<Commitment> commitments) => new()
    {
        Clause = clause,
        Activities =
        {
            activities.Select(activity => new ActivityPlan.Types.Part
            {
                Activity = activity.Activity_,
                Name = activity.Name,
                Status = activity.Status,
                Leads = activity.Lead == partner,
            }),
        },
        Open = commitments.Count(each => each.State == Commitment.Types.State.Open && !each.Missed),
        Kept = commitments.Count(each => each.State == Commitment.Types.State.Kept),
        Missed = commitments.Count(each => each.Missed),
    };

    private static IEnumerable<string> Served(Activity activity) => activity.Clauses.DefaultIfEmpty("");
}
