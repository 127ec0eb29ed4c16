using CollectiveImpact.Console.Activities.Planning;
using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Partners;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Activities;

/// <summary>Reads the page of an initiative's activities.</summary>
internal sealed class ActivitiesReader(NestCalls calls, CallInvoker invoker)
{
    private const int ActivitiesOnPage = 200;
    private const int CommitmentsOnPage = 500;
    private const int ClausesOnPage = 100;
    private const int DuplicatesOnPage = 50;

    private readonly V1.Activities.ActivitiesClient _activities = new(invoker);

    public async Task<Answer<ActivitiesModel>> Read(string id, Edition edition, CancellationToken cancellationToken)
    {
        var answer = await calls.GetInitiative(id, cancellationToken);
        if (!answer.Has(out var initiative))
            return new(answer.Outcome, null, answer.Absence);
        var listing = calls.Ask(_activities.ListActivitiesAsync, new ListActivitiesRequest { Initiative = id, PageSize = ActivitiesOnPage }, cancellationToken);
        var committing = calls.Ask(_activities.ListCommitmentsAsync, new ListCommitmentsRequest { Initiative = id, PageSize = CommitmentsOnPage }, cancellationToken);
        var covering = calls.Ask(
            _activities.GetCoverageAsync,
            new GetCoverageRequest { Initiative = id, By = GetCoverageRequest.Types.Subject.Clause, PageSize = ClausesOnPage },
            cancellationToken);
        var doubling = calls.Ask(_activities.ListDuplicatesAsync, new ListDuplicatesRequest { Initiative = id, PageSize = DuplicatesOnPage }, cancellationToken);
        var listed = await listing;
        if (!listed.Has(out var activities))
            return new(listed.Outcome, null, listed.Absence);
        var (commitments, coverage, duplicates) = ((await committing).Value, (await covering).Value, (await doubling).Value);
        var names = await calls.NamesFor(
            [
                .. initiative.Alignments.Select(alignment => alignment.Parent),
                .. coverage?.Rows.SelectMany(row => row.Activities).Select(activity => activity.Initiative) ?? [],
                .. duplicates?.Pairs.SelectMany(pair => (string[])[pair.Upper.Initiative, pair.Lower.Initiative]) ?? [],
            ],
            [initiative],
            cancellationToken);
        var model = new ActivitiesModel(
            initiative, activities.Activities, commitments?.Commitments ?? [], coverage?.Rows ?? [], duplicates?.Pairs ?? [], names)
        {
            Partners = await calls.ReadPartnerNames(id, cancellationToken),
            Rights = await ActivityRights.Of(calls, edition, id, cancellationToken),
        };
        return new(Outcome.Given, model, Absence.Unknown);
    }
}
