namespace CollectiveImpact.Benchmarks.RollUp;

/// <summary>One of those that roll reports up.</summary>
internal interface IRollUp
{
    /// <summary>What it does, as the table calls it.</summary>
    string Name { get; }

    /// <summary>Sends all reports, and waits until the nation's figure holds them. None of them was sent before.</summary>
    Task<Outcome> RunAsync(SampleReport[] reports, CancellationToken cancellationToken);
}
