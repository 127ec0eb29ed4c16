using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using Holding = CollectiveImpact.V1.ListHoldingsResponse.Types.Holding;

namespace CollectiveImpact.Backbone.Tests.Charter;

/// <summary>What an initiative holds for others, and is asked to hold, over real services.</summary>
public sealed class HoldingsTests : IAsyncLifetime
{
    private const string Hamilton = "ca.on.hamilton", Ontario = "ca.on";
    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync();

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task what_waits_for_its_word_is_listed_until_it_answers_and_what_it_holds_until_it_hands_it_over()
    {
        Assert.Empty(await List(_nest.Provincial, Ontario));
        await _nest.Local.Declare(Hamilton, Ontario);
        var asked = Assert.Single(await Until(() => List(_nest.Provincial, Ontario, asked: true), holdings => holdings.Count == 1));
        Assert.Equal((Hamilton, Function.EstablishSharedMeasurement, true), (asked.Initiative, asked.Function.Function, asked.Asked));
        Assert.Equal(Hamilton, Assert.Single(asked.Function.Proposed).By);

        await _nest.Provincial.Accept(Hamilton, Ontario);
        var held = Assert.Single(await Until(() => List(_nest.Provincial, Ontario), holdings => holdings is [{ Function.Writer: Ontario }]));
        Assert.False(held.Asked);
        Assert.Empty(await List(_nest.Provincial, Ontario, asked: true));
        // A function of one's own is no other's.
        Assert.Empty(await List(_nest.Local, Hamilton));

        await _nest.Provincial.Charter.HandOverAsync(new HandOverRequest { Initiative = Hamilton, Function = Function.EstablishSharedMeasurement, To = { Hamilton } });
        Assert.Empty(await List(_nest.Provincial, Ontario));
    }

    [Fact]
    public async Task a_page_leads_to_the_next()
    {
        foreach (var function in (Function[])[Function.AdvancePolicy, Function.EstablishSharedMeasurement])
            await _nest.Local.Charter.DeclareAsync(new DeclareRequest { Initiative = Hamilton, Function = function, Holders = { Ontario } });
        await Until(() => List(_nest.Provincial, Ontario), holdings => holdings.Count == 2);
        var request = new ListHoldingsRequest { Initiative = Ontario, PageSize = 1 };
        var first = await _nest.Provincial.Charter.ListHoldingsAsync(request);
        var second = await _nest.Provincial.Charter.ListHoldingsAsync(new ListHoldingsRequest(request) { PageToken = first.NextPageToken });
        Assert.Equal(
            [Function.EstablishSharedMeasurement, Function.AdvancePolicy], first.Holdings.Concat(second.Holdings).Select(holding => holding.Function.Function));
        Assert.Equal("", second.NextPageToken);
    }

    [Theory]
    [InlineData("ca.nowhere", "", StatusCode.NotFound, "initiative")]
    [InlineData("", "", StatusCode.InvalidArgument, "initiative")]
    [InlineData(Ontario, "!", StatusCode.InvalidArgument, "page_token")]
    public async Task what_can_t_be_asked_names_the_field(string initiative, string token, StatusCode expected, string field)
    {
        var (code, fault) = await Refusal(() => _nest.Provincial.Charter.ListHoldingsAsync(new ListHoldingsRequest { Initiative = initiative, PageToken = token }).ResponseAsync);
        Assert.Equal((expected, field), (code, fault.Field));
    }

    private static async Task<IReadOnlyList<Holding>> List(TestNode node, string initiative, bool asked = false) =>
        (await node.Charter.ListHoldingsAsync(new ListHoldingsRequest { Initiative = initiative, Asked = asked })).Holdings;
}
