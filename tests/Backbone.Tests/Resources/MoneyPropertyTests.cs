using CollectiveImpact.Backbone.Tests.Activities;
using CollectiveImpact.Backbone.Tests.Network;
using FsCheck;
using FsCheck.Fluent;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using static CollectiveImpact.Backbone.Tests.Resources.Funding;
using Kind = CollectiveImpact.V1.Entry.Types.Kind;

namespace CollectiveImpact.Backbone.Tests.Resources;

/// <summary>
/// Whatever three nodes do with money, with one of them away now and then and what they say to each other late: nothing
/// is spent that was not received, and no cent is lost.
/// </summary>
public sealed class MoneyPropertyTests
{
    private const int Courses = 5;

    private static readonly string[] Places = [Canada, Ontario, Hamilton];

    private static readonly Gen<Step[]> Steps = Gen.ArrayOf(
        from what in Gen.Frequency(
            (3, Gen.Constant(What.Receive)), (5, Gen.Constant(What.Allocate)), (5, Gen.Constant(What.Answer)), (6, Gen.Constant(What.Spend)),
            (3, Gen.Constant(What.SendBack)), (2, Gen.Constant(What.Commit)), (1, Gen.Constant(What.Cut)))
        from place in Gen.Choose(0, 2)
        from other in Gen.Choose(0, 2)
        from cents in Gen.Choose(1, 60_000)
        from chance in Gen.Choose(0, 99)
        select new Step(what, place, other, cents, chance)).Resize(40);

    private enum What { Receive, Allocate, Answer, Spend, SendBack, Commit, Cut }

    [Fact]
    public async Task no_course_of_allocations_returns_and_late_messages_spends_what_was_not_received_or_loses_a_cent()
    {
        foreach (var steps in Steps.Sample(Courses, 40)) await RunAsync(steps);
    }

    private static async Task RunAsync(Step[] steps)
    {
        await using var nest = await TestNest.StartAsync();
        await Funding.PrepareAsync(nest);
        foreach (var place in Places) await nest.Host(place).FundAsync(place, "100");
        var (received, spent, number) = (Places.Length * 10_000L, 0L, 0);
        List<(string Name, string To)> allocations = [];
        Dictionary<string, List<string>> funds = Places.ToDictionary(place => place, _ => new List<string> { Grant });
        var isCut = false;
        foreach (var step in steps)
        {
            var place = Places[step.Place];
            var (node, amount, fund) = (nest.Host(place), $"{step.Cents / 100}.{step.Cents % 100:D2}", Pick(funds[place], step.Chance));
            if (step.What == What.Cut)
            {
                if (isCut) await nest.StartNationalAsync();
                else await nest.StopNationalAsync();
                isCut = !isCut;
                continue;
            }

            if (isCut && place == Canada) continue;
            number++;
            try
            {
                switch (step.What)
                {
                    case What.Receive:
                        await node.Enter(place, Kind.Receipt, amount, day: "2026-01-02");
                        received += step.Cents;
                        break;
                    case What.Spend:
                        await node.Enter(place, Kind.Spending, amount, fund, nest.Day(0));
                        spent += step.Cents;
                        break;
                    case What.Commit:
                        await node.Enter(place, Kind.Commitment, amount, fund, nest.Day(0));
                        break;
                    case What.Allocate when Places[step.Other] != place:
                        await node.Allocate(place, Places[step.Other], amount, $"a-{number}", fund, nest.Day(0));
                        allocations.Add(($"{place}/a-{number}", Places[step.Other]));
                        break;
                    case What.Answer when allocations.Find(each => each.To == place) is { Name: { } name } found:
                        allocations.Remove(found);
                        allocations.Add(found);
                        await node.Resources.AnswerAllocationAsync(new AnswerAllocationRequest
                        {
                            Initiative = place,
                            Allocation = name,
                            State = step.Chance < 75 ? Allocation.Types.State.Accepted : Allocation.Types.State.Declined,
                            Reason = new Text { En = "Said so" },
                        });
                        if (step.Chance < 75 && !funds[place].Contains(name)) funds[place].Add(name);
                        break;
                    case What.SendBack when fund != Grant:
                        await node.SendBack(place, fund, amount, $"r-{number}");
                        break;
                }
            }
            catch (RpcException exception) when (exception.StatusCode is StatusCode.FailedPrecondition or StatusCode.NotFound or StatusCode.InvalidArgument)
            {
                // There was not as much, or it has not come, or it would not go down: nothing of it may stand.
            }

            foreach (var each in funds[place]) Assert.True(Cents((await node.Balance(place, each)).Available) >= 0, $"{place} has less than nothing in {each} after step {number}");
        }

        if (isCut) await nest.StartNationalAsync();
        var end = await Until(
            () => nest.National.NestStatement(Canada),
            answer => answer.Sums is [var sum] && Cents(sum.Received) == received && Cents(sum.Spent) == spent);
        var sum = end.Sums[0];
        Assert.Equal(received - spent, Cents(sum.Unspent) + Cents(sum.OnItsWay));
        // What each says of its own funds is what the nation says of them.
        foreach (var place in Places)
        {
            var own = await nest.Host(place).Statement(place, onlyShared: true);
            await Until(() => nest.National.Statement(place, onlyShared: true), line => line.Equals(own));
        }

        var open = (await nest.National.Resources.ListAllocationsAsync(new ListAllocationsRequest { Initiative = Canada, State = Allocation.Types.State.Open, PageSize = 1000 })).Allocations
            .Concat((await nest.National.Resources.ListAllocationsAsync(new ListAllocationsRequest { Initiative = Ontario, Side = ListAllocationsRequest.Types.Side.Given, State = Allocation.Types.State.Open, PageSize = 1000 })).Allocations);
        Assert.Equal(open.Sum(each => Cents(each.Amount.Amount)), Cents((await nest.National.NestStatement(Canada)).Sums[0].OnItsWay));
    }

    private static T Pick<T>(List<T> list, int chance) => list[chance * list.Count / 100];

    private sealed record Step(What What, int Place, int Other, int Cents, int Chance);
}
