using CollectiveImpact.Backbone.Tests.Activities;
using CollectiveImpact.Backbone.Tests.Network;
using FsCheck;
using FsCheck.Fluent;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Activities.Acting;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Charter;

/// <summary>The same as <see cref="OneWriterPropertyTests"/> over three real services whose links are cut and come back; a handful of courses.</summary>
public sealed class OneWriterNestTests
{
    private const int Courses = 4;

    private static readonly string[] Places = [Hamilton, Ontario, Canada];

    private enum What { Declare, HandOver, Accept, Write, CutAbove, CutBelow, Day }

    private static Arbitrary<Step[]> Steps { get; } = Gen.ArrayOf(
        from what in Gen.Frequency(
            (3, Gen.Constant(What.Declare)), (4, Gen.Constant(What.HandOver)), (6, Gen.Constant(What.Accept)), (4, Gen.Constant(What.Write)),
            (2, Gen.Constant(What.CutAbove)), (2, Gen.Constant(What.CutBelow)), (1, Gen.Constant(What.Day)))
        from place in Gen.Choose(0, 2)
        from other in Gen.Choose(0, 2)
        from isShort in Gen.Elements(true, false, false)
        select new Step(what, place, other, isShort)).Resize(40).ToArbitrary();

    [Fact]
    public async Task no_course_of_hand_overs_and_cut_links_leaves_two_nodes_that_may_write() =>
        // Away from the thread of the test, which waits for it.
        await Task.Run(() => Prop.ForAll(Steps, RunAsync).Check(Config.QuickThrowOnFailure.WithMaxTest(Courses)));

    private static async Task RunAsync(Step[] steps)
    {
        await using var nest = await TestNest.StartAsync();
        var (isCutAbove, isCutBelow, year) = (false, false, 1900);
        foreach (var step in steps)
        {
            var place = Places[step.Place];
            if (step.What == What.CutAbove) await CutAbove();
            else if (step.What == What.CutBelow) await CutBelow();
            else if (step.What == What.Day) nest.Clock.Ahead += TimeSpan.FromDays(1);
            else if (!(isCutAbove && place == Canada) && !(isCutBelow && place == Hamilton)) await Say(nest.Host(place), place, step);
        }

        if (isCutAbove) await CutAbove();
        if (isCutBelow) await CutBelow();
        await Until(() => Outcomes(nest), AllAgree);
        return;

        async Task CutAbove()
        {
            if (isCutAbove) await nest.StartNationalAsync();
            else await nest.StopNationalAsync();
            isCutAbove = !isCutAbove;
        }

        async Task CutBelow()
        {
            if (isCutBelow) await nest.StartLocalAsync();
            else await nest.StopLocalAsync();
            isCutBelow = !isCutBelow;
        }

        async Task Say(TestNode node, string place, Step step)
        {
            var until = step.IsShort ? nest.Day(0) : "";
            try
            {
                switch (step.What)
                {
                    case What.Declare when place == Hamilton:
                        await node.Charter.DeclareAsync(new DeclareRequest { Initiative = Hamilton, Function = Function.EstablishSharedMeasurement, Holders = { Places[step.Other] }, Until = until });
                        break;
                    case What.HandOver:
                        await node.Charter.HandOverAsync(new HandOverRequest { Initiative = Hamilton, Function = Function.EstablishSharedMeasurement, To = { Places[step.Other] }, Until = until });
                        break;
                    case What.Accept:
                        await node.Accept(Hamilton, place);
                        break;
                    case What.Write:
                        await node.Say(Hamilton, $"{year++}", Figure("1"));
                        break;
                }
            }
            catch (RpcException exception) when (exception.StatusCode is StatusCode.FailedPrecondition or StatusCode.InvalidArgument)
            {
                // It was not its to say, or nobody asked it: nothing of it may stand.
            }
        }
    }

    /// <summary>What each node names, and whether it writes when it is asked to.</summary>
    private static async Task<Outcome[]> Outcomes(TestNest nest) => await Task.WhenAll(Places.Select(async place =>
    {
        var node = nest.Host(place);
        var before = await node.Holding(Hamilton);
        try
        {
            await node.Say(Hamilton, "2026", Figure("1"));
            return new Outcome(before.State, before.Writer, before.Epoch, place);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.FailedPrecondition)
        {
            return new Outcome(before.State, before.Writer, before.Epoch, "");
        }
    }));

    /// <summary>All name the same, and it writes, alone; where its term is over nobody does.</summary>
    private static bool AllAgree(Outcome[] outcomes) =>
        outcomes.Select(outcome => (outcome.State, outcome.Holder, outcome.Epoch)).Distinct().ToArray() is [var agreed]
        && outcomes.Where(outcome => outcome.Wrote.Length > 0).Select(outcome => outcome.Wrote).SequenceEqual(
            agreed.State is FunctionState.Types.State.Held or FunctionState.Types.State.Shared ? [agreed.Holder] : []);

    private sealed record Step(What What, int Place, int Other, bool IsShort);

    private sealed record Outcome(FunctionState.Types.State State, string Holder, long Epoch, string Wrote);
}
