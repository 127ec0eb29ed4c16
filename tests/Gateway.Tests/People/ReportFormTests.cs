using System.Net;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>Reporting a figure by a form.</summary>
public sealed class ReportFormTests : SignedInGateway
{
    private const string Chosen = "?indicator=ca%2Fhomes&period=2026";

    private ReportRequest? said;

    [Theory]
    [InlineData("fr", "1 250,5", "1250.5")]
    [InlineData("en", "1,250.5", "1250.5")]
    [InlineData("en", "0", "0")]
    public async Task A_partner_s_person_reports_for_that_partner_as_numbers_are_typed(string language, string typed, string sent)
    {
        using var bob = await PartnerAsync();
        var page = await bob.Send($"/{language}/initiatives/ca/report{Chosen}", ("cell", ""), ("part", ""), ("value", typed));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(("ca", "ca/homes", "2026", "ymca", sent), (said!.Initiative, said.Indicator, said.Period, said.Reporter, Assert.Single(said.Observations).Value));
        Assert.Contains($"/{language}/initiatives/ca/figure", page.Html);
    }

    [Theory]
    [InlineData("zwei", "is no number")]
    [InlineData("1,25,0", "is no number")]
    [InlineData("", "Type a figure")]
    public async Task What_is_no_figure_is_said_and_stays_and_nothing_is_reported(string typed, string fault)
    {
        using var bob = await PartnerAsync();
        var page = await bob.Send($"/en/initiatives/ca/report{Chosen}", ("cell", ""), ("part", ""), ("value", typed));
        Assert.Contains(fault, page.Html);
        Assert.Contains($"value=\"{typed}\"", page.Html);
        Assert.Null(said);
    }

    [Fact]
    public async Task What_the_node_refuses_is_shown_and_what_was_typed_stays()
    {
        using var bob = await PartnerAsync();
        Node.State.OnReport = (_, _) => throw new RpcException(new Status(StatusCode.InvalidArgument, "observations[0].value: is too <large>"));
        var page = await bob.Send($"/en/initiatives/ca/report{Chosen}", ("cell", ""), ("part", ""), ("value", "7"));
        Assert.Contains("is too &lt;large&gt;", page.Html);
        Assert.Contains("value=\"7\"", page.Html);
    }

    [Fact]
    public async Task What_stands_is_shown_with_every_breakdown_so_that_none_is_lost()
    {
        Node.State.Reports.Add(new StandingReport
        {
            Initiative = "ca", Indicator = "ca/homes", Period = "2026", Reporter = "ymca",
            Observations = { new Observation { Cell = "tenure=owner", Value = "3.5" }, new Observation { Cell = "tenure=renter", Value = "4" } },
        });
        using var bob = await PartnerAsync();
        var page = await bob.Open($"/fr/initiatives/ca/report{Chosen}");
        Assert.Contains("value=\"tenure=owner\"", page.Html);
        Assert.Contains("value=\"tenure=renter\"", page.Html);
        Assert.Contains("value=\"3,5\"", page.Html);
    }

    [Fact]
    public async Task A_period_of_another_kind_is_asked_for_again()
    {
        using var bob = await PartnerAsync();
        Assert.Contains("is no such period; write it like 2026", (await bob.Open("/en/initiatives/ca/report?indicator=ca%2Fhomes&period=2026-Q1")).Html);
    }

    [Fact]
    public async Task Who_only_reads_has_no_form()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var eve = await JoinAsync(await InviteAsync(ann, "ca", "Member"), "eve");
        Assert.Equal(HttpStatusCode.Forbidden, (await eve.Open($"/en/initiatives/ca/report{Chosen}")).Status);
    }

    private async Task<Visitor> PartnerAsync()
    {
        Node.State.OnReport = (request, _) =>
        {
            said = request;
            return Task.FromResult(new ReportResponse { Revision = 1, Changed = true });
        };
        using var ann = await JoinAsync(FirstAddress, "ann");
        return await JoinAsync(await InviteAsync(ann, Maps.Canada, "Partner", "ymca"), "bob");
    }
}
