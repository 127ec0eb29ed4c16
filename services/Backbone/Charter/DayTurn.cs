using System.Collections.Immutable;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Log;
using Microsoft.Extensions.Hosting;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>Terms begin and end with a day (UTC): when one begins, what is due is released, and watchers are told.</summary>
internal sealed class DayTurn(DocumentLog log, StandingRules rules, TimeProvider time) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => TurnAllAsync(stoppingToken);

    internal async Task TurnAllAsync(CancellationToken stoppingToken)
    {
        DateOnly? before = null;
        while (true)
        {
            var now = time.GetUtcNow().UtcDateTime;
            var today = DateOnly.FromDateTime(now);
            await log.HoldAsync(stoppingToken);
            try
            {
                await log.WriteAsync(transaction => Turn(transaction, before, today), stoppingToken);
                before = today;
            }
            catch (LogElsewhereException)
            {
                // It was lost in between: once it is held again, the day is turned again.
                continue;
            }

            await Task.Delay(now.Date.AddDays(1) - now, time, stoppingToken);
        }
    }

    private int Turn(LogTransaction transaction, DateOnly? before, DateOnly today)
    {
        var standing = rules.Working;
        var changed = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var (initiative, function) in standing.Charters.Keys.OrderBy(key => key.Initiative, StringComparer.Ordinal).ThenBy(key => key.Function))
        {
            ReleaseKind.WriteWhereDue(transaction, rules.Working, new CharterKey(initiative, function, 0), today);
            if (before is { } day && !FunctionMaps.State(standing, initiative, function, day).Equals(FunctionMaps.State(standing, initiative, function, today)))
                changed.Add(initiative);
        }

        foreach (var initiative in changed)
        {
            // What was written on the first day of a term may have come before that day did.
            transaction.Reconsider(initiative);
        }

        rules.Tell([.. changed]);
        return changed.Count;
    }
}
