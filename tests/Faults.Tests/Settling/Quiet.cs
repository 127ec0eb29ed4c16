namespace CollectiveImpact.Faults.Tests.Settling;

/// <summary>Waits until everything that was said has arrived wherever it is meant to.</summary>
internal sealed class Quiet(IReadOnlyList<Place> places)
{
    /// <param name="links">How many links there are, counted at both ends.</param>
    /// <param name="patience">Ends the wait, with a failure.</param>
    public Task AwaitAsync(int links, CancellationToken patience) => Wait.UntilAsync(
        "all links to have nothing left to tell",
        async () =>
        {
            // Up and then down: what one node had yet to tell the next is looked for there after it.
            List<LinkState> states = [];
            foreach (var place in places.Concat(places.Reverse())) states.AddRange((await place.Node.StatusAsync(patience)).Links);
            return states;
        },
        states => states.Count == 2 * links && states.TrueForAll(IsQuiet),
        patience);

    private static bool IsQuiet(LinkState link) => link is { Phase: LinkState.Types.Phase.Open, LagDocuments: 0 };
}
