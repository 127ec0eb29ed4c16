using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Operator;
using CollectiveImpact.Exchange.Tests.Nodes;
using Grpc.Core;

namespace CollectiveImpact.Exchange.Tests.Operator;

/// <summary>What is kept of calls that were refused.</summary>
public sealed class RefusedCallsTests : IDisposable
{
    private const string Join = "collectiveimpact.v1.Exchange/Join";

    private readonly TestFolder _folder = new();
    private readonly HandClock _clock = new();
    private readonly RefusedCalls _calls;

    public RefusedCallsTests() => _calls = new RefusedCalls(_clock);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task calls_refused_alike_are_counted_together_across_commits_and_a_restart()
    {
        var first = _clock.Now;
        await using (var log = Open())
        {
            _calls.Note(Join, StatusCode.PermissionDenied, "secret", "used by another");
            _calls.Note(Join, StatusCode.PermissionDenied, "secret", "used by another");
            await StoreAsync(log);
        }

        await using var again = Open();
        _clock.Now += TimeSpan.FromSeconds(10);
        _calls.Note(Join, StatusCode.PermissionDenied, "secret", "used by another");
        await StoreAsync(again);
        var call = Assert.Single(List(again));
        Assert.Equal((Join, "PERMISSION_DENIED", "secret", "used by another", 3L), (call.Method, call.Status, call.Field, call.Reason, call.Count));
        Assert.Equal((first, _clock.Now), (call.First.ToDateTimeOffset(), call.Last.ToDateTimeOffset()));
    }

    [Fact]
    public async Task each_day_each_status_each_field_and_each_reason_counts_for_itself_and_the_latest_is_first()
    {
        await using var log = Open();
        Note(StatusCode.InvalidArgument, "level", "");
        Note(StatusCode.FailedPrecondition, "level", "");
        Note(StatusCode.FailedPrecondition, "name", "");
        Note(StatusCode.FailedPrecondition, "name", "too late");
        _clock.Now += TimeSpan.FromMinutes(5); // It is the next day.
        Note(StatusCode.FailedPrecondition, "name", "too late");
        await StoreAsync(log);
        Assert.Equal(
            [
                "FAILED_PRECONDITION name too late 1", "FAILED_PRECONDITION name too late 1", "FAILED_PRECONDITION name  1",
                "FAILED_PRECONDITION level  1", "INVALID_ARGUMENT level  1",
            ],
            List(log).Select(call => $"{call.Status} {call.Field} {call.Reason} {call.Count}"));
        Assert.Equal(2, List(log, 2).Count);
        Assert.Equal(1, log.Read(reader => RefusedCalls.Count(reader, _clock.Now)));
        Assert.Equal(5, log.Read(reader => RefusedCalls.Count(reader, _clock.Now.AddDays(-1))));

        void Note(StatusCode status, string field, string reason)
        {
            _clock.Now += TimeSpan.FromMilliseconds(1);
            _calls.Note(Join, status, field, reason);
        }
    }

    [Fact]
    public async Task an_item_s_place_in_a_list_makes_no_other_refusal()
    {
        await using var log = Open();
        _calls.Note("m", StatusCode.InvalidArgument, "items[7].report.observations[12].value", "");
        _calls.Note("m", StatusCode.InvalidArgument, "items[8].report.observations[0].value", "");
        await StoreAsync(log);
        Assert.Equal(("items[].report.observations[].value", 2L), List(log).Select(call => (call.Field, call.Count)).Single());
    }

    [Fact]
    public async Task a_reason_is_cut_and_not_within_a_character()
    {
        await using var log = Open();
        _calls.Note("m", StatusCode.PermissionDenied, "", new string('x', RefusedCalls.LongestReason - 1) + "🪺 and more");
        await StoreAsync(log);
        Assert.Equal(new string('x', RefusedCalls.LongestReason - 1), Assert.Single(List(log)).Reason);
    }

    [Fact]
    public async Task a_reason_is_one_line_of_what_can_be_read()
    {
        await using var log = Open();
        _calls.Note("m", StatusCode.PermissionDenied, "", "two\nlines\0");
        await StoreAsync(log);
        Assert.Equal("two lines ", Assert.Single(List(log)).Reason);
    }

    [Fact]
    public async Task no_more_are_kept_than_the_most_and_the_oldest_go()
    {
        await using var log = Open();
        var start = _clock.Now;
        for (var i = 0; i < 3; i++)
        {
            // More at once than are kept would come in several commits.
            var some = Enumerable.Range(i * 4000, 4000).ToDictionary(
                number => new RefusedAlike(new DateOnly(2026, 11, 22), "m", StatusCode.Aborted, $"f{number:00000}", ""),
                number => new RefusedTimes(1, start.AddMilliseconds(number / 2), start.AddMilliseconds(number / 2)));
            await log.WriteAsync(transaction => RefusedCallTable.Add(transaction, some));
        }

        var fields = List(log, int.MaxValue).Select(call => call.Field).ToList();
        Assert.Equal(RefusedCalls.MostKept, fields.Count);
        Assert.Equal(("f11998", "f02001"), (fields[0], fields[^1]));
    }

    [Fact]
    public void what_waits_to_be_stored_is_bounded_and_every_call_is_counted()
    {
        for (var i = 0; i < 5000; i++) _calls.Note(Join, StatusCode.PermissionDenied, "", $"made up {i}");
        var waiting = _calls.Take();
        Assert.InRange(waiting.Count, 900, 1100);
        Assert.Equal(5000, waiting.Values.Sum(times => times.Count));
    }

    [Fact]
    public async Task what_could_not_be_stored_is_stored_later()
    {
        await using var log = Open();
        _calls.Note("m", StatusCode.Aborted, "", "");
        var taken = _calls.Take();
        _clock.Now += TimeSpan.FromSeconds(1);
        _calls.Note("m", StatusCode.Aborted, "", "");
        _calls.GiveBack(taken);
        await StoreAsync(log);
        var call = Assert.Single(List(log));
        Assert.Equal((2L, TimeSpan.FromSeconds(1)), (call.Count, call.Last.ToDateTimeOffset() - call.First.ToDateTimeOffset()));
    }

    private DocumentLog Open() => TestLog.Open(_folder, schemas: [OperatorSchema.Steps]);

    private Task<int> StoreAsync(DocumentLog log)
    {
        var taken = _calls.Take();
        return log.WriteAsync(transaction => RefusedCallTable.Add(transaction, taken));
    }

    private static List<V1.RefusedCall> List(DocumentLog log, int size = 100) => log.Read(reader => RefusedCalls.List(reader, size));
}
