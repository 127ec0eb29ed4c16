using CollectiveImpact.Faults.Tests.Links;
using CollectiveImpact.Faults.Tests.Nodes;
using CollectiveImpact.Faults.Tests.Writing;

namespace CollectiveImpact.Faults.Tests.Settling;

/// <summary>The comparison that the tests of faults end with finds what it is there to find.</summary>
public sealed class SettlementTests : IAsyncLifetime
{
    private static readonly ReportKey Key = new(ProxiedLink.Hamilton, "2021");

    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(2));
    private readonly Ledger _ledger = new();
    private ProxiedLink _link = null!;

    public async Task InitializeAsync() => _link = await ProxiedLink.StartAsync(_patience.Token);

    public async Task DisposeAsync()
    {
        await _link.DisposeAsync();
        _patience.Dispose();
    }

    [Fact]
    public async Task Where_all_stands_as_it_was_acknowledged_nothing_is_found()
    {
        await SayAsync("7");
        _ledger.Acknowledge(Key, new Acknowledged(7, 1), counted: true);
        Assert.True((await CompareAsync()).None);
    }

    [Fact]
    public async Task What_was_acknowledged_and_is_not_there_is_lost_and_no_sum_is_right()
    {
        _ledger.Acknowledge(Key, new Acknowledged(7, 1), counted: true);
        var findings = await CompareAsync();
        Assert.Equal(["local: ca.on.hamilton 2021 is missing", "provincial: ca.on.hamilton 2021 is missing"], findings.Lost);
        Assert.Contains("provincial: ca.on 2021 is  of 0 reports, and should be 7 of 1", findings.Wrong);
    }

    [Fact]
    public async Task What_stands_with_another_value_is_lost()
    {
        await SayAsync("6");
        _ledger.Acknowledge(Key, new Acknowledged(7, 1), counted: true);
        Assert.Equal(
            ["local: ca.on.hamilton 2021 is 6, and 7 was acknowledged", "provincial: ca.on.hamilton 2021 is 6, and 7 was acknowledged"],
            (await CompareAsync()).Lost);
    }

    [Fact]
    public async Task What_stands_and_nobody_acknowledged_is_invented()
    {
        await SayAsync("7");
        Assert.Equal(["local: ca.on.hamilton 2021 is 7", "provincial: ca.on.hamilton 2021 is 7"], (await CompareAsync()).Invented);
    }

    [Fact]
    public void A_revision_that_is_given_twice_or_passed_over_is_found()
    {
        _ledger.Acknowledge(Key, new Acknowledged(1, 1), counted: true);
        _ledger.Acknowledge(Key, new Acknowledged(2, 2), counted: true);
        Assert.Empty(_ledger.Lost.Concat(_ledger.Doubled));
        _ledger.Acknowledge(Key, new Acknowledged(3, 2), counted: true);
        _ledger.Acknowledge(Key, new Acknowledged(4, 4), counted: true);
        Assert.Equal(["ca.on.hamilton 2021: 3 is revision 2, and 2 before it was 2"], _ledger.Lost);
        Assert.Equal(["ca.on.hamilton 2021: 4 is revision 4, and 3 before it was 2"], _ledger.Doubled);
    }

    private async Task SayAsync(string value) => await _link.Child.Measurement.ReportAsync(
        new ReportRequest { Initiative = Key.Initiative, Indicator = Agreement.Indicator, Period = Key.Period, Observations = { new Observation { Value = value } } },
        cancellationToken: _patience.Token);

    private async Task<Findings> CompareAsync()
    {
        await _link.OpenAsync(_patience.Token);
        await new Quiet(_link.Places).AwaitAsync(links: 2, _patience.Token);
        return await new Settlement(_link.Places, ProxiedLink.Initiatives, _ledger).CompareAsync(_patience.Token);
    }
}
