using System.Collections.Immutable;
using System.Data.Common;
using CollectiveImpact.Backbone.Agenda;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>Terms begin and end with a day (UTC): when one begins, what is due is released, and watchers are told.</summary>
internal sealed partial class DayTurn(DocumentLog log, StandingRules rules, TimeProvider time, ILogger<DayTurn> logger) : BackgroundService
{
    /// <summary>The pause after the database has failed.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>A clock that is set goes past midnight unnoticed: it is looked at this often.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => TurnAllAsync(stoppingToken);

    internal async Task TurnAllAsync(CancellationToken stoppingToken)
    {
        DateOnly? before = null;
        while (true)
        {
            await log.HoldAsync(stoppingToken);
            var now = time.GetUtcNow().UtcDateTime;
            var today = DateOnly.FromDateTime(now);
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
            catch (DbException exception)
            {
                // A full disk: the day is turned when there is room.
                Log.NotTurned(logger, exception);
                await Task.Delay(Pause, time, stoppingToken);
                continue;
            }

            var rest = now.Date.AddDays(1) - now;
            await Task.Delay(rest < Longest ? rest : Longest, time, stoppingToken);
        }
    }

    private int Turn(LogTransaction transaction, DateOnly? before, DateOnly today)
    {
        var standing = rules.Working;
        var changed = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var (initiative, function) in standing.Charters.Keys.OrderBy(key => key.Initiative, StringComparer.Ordinal).ThenBy(key => key.Function))
        {
            if (function == Function.GuideVisionAndStrategy) AgendaForceKind.WriteWhereDue(transaction, rules.Working, initiative, time);
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

    private static partial class Log
    {
        [LoggerMessage(101, LogLevel.Error, "The day can't be turned; it is tried again in a minute")]
        public static partial void NotTurned(ILogger logger, Exception exception);
    }
}
