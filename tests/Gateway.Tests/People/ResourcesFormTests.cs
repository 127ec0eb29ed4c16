using System.Net;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>Needs, sources, books and allocations by forms.</summary>
public sealed class ResourcesFormTests : SignedInGateway
{
    private const string Page = "/initiatives/ca/resources";

    [Theory]
    [InlineData("fr", "15 000 000,50", "15000000.50")]
    [InlineData("en", "15,000,000.5", "15000000.5")]
    public async Task A_need_s_amount_is_exact_as_the_language_types_it(string language, string typed, string sent)
    {
        using var bob = await StaffWithAsync(Function.MobilizeResources);
        Node.State.Told.Answer<ListNeedsRequest>(_ => new ListNeedsResponse());
        Node.State.Told.Answer<SaveNeedRequest>(request => request.Need);
        var page = await bob.Send(
            $"/{language}{Page}/need", ("title", "Walk-ups"), ("amount", typed), ("amount-currency", "cad"), ("by", "2027-03-31"), ("state", "Open"), ("sharing", "Shared"));
        Assert.Equal((HttpStatusCode.SeeOther, $"/{language}{Page}?saved=yes"), (page.Status, page.Leads));
        var said = Assert.Single(Node.State.Told.All<SaveNeedRequest>()).Need;
        Assert.Equal(("walk-ups", new Money { Amount = sent, Currency = "CAD" }, "2027-03-31"), (said.Need_, said.Amount, said.ByDay));
    }

    [Fact]
    public async Task A_need_that_is_no_money_has_no_amount()
    {
        using var bob = await StaffWithAsync(Function.MobilizeResources);
        Node.State.Told.Answer<ListNeedsRequest>(_ => new ListNeedsResponse());
        Node.State.Told.Answer<SaveNeedRequest>(request => request.Need);
        await bob.Send($"/en{Page}/need", ("title", "A hall"), ("amount", ""), ("amount-currency", "CAD"), ("state", "Open"), ("sharing", "Kept"));
        Assert.Null(Assert.Single(Node.State.Told.All<SaveNeedRequest>()).Need.Amount);
    }

    [Fact]
    public async Task A_person_s_name_is_not_made_into_an_id()
    {
        using var bob = await StaffWithAsync(Function.MobilizeResources);
        Node.State.Told.Answer<ListSourcesRequest>(_ => new ListSourcesResponse());
        Node.State.Told.Answer<SaveSourceRequest>(request => request.Source);
        await bob.Send($"/en{Page}/source", ("name", "Jo Doe"), ("kind", "Person"), ("sharing", "Kept"));
        await bob.Send($"/en{Page}/source", ("name", "Fondation Hélène-Œuvré"), ("kind", "Foundation"), ("sharing", "Kept"));
        Assert.Equal(["source", "fondation-helene-oeuvre"], Node.State.Told.All<SaveSourceRequest>().Select(request => request.Source.Source_));
    }

    [Fact]
    public async Task An_entry_that_the_fund_does_not_have_is_refused_and_what_was_typed_stays()
    {
        using var bob = await StaffWithAsync(Function.MobilizeResources);
        Books();
        Node.State.Told.Answer<SaveEntryRequest>(_ => throw Told.Refusal(StatusCode.FailedPrecondition, "entry.amount", "the fund has 12.50"));
        var form = $"/en{Page}/entry?of=grant";
        Assert.Contains("Grant: $12.50 is available.", (await bob.Open(form)).Html);
        var html = (await bob.Send(form, ("kind", "Spending"), ("what", "Rent"), ("amount", "1,300"), ("amount-currency", "CAD"), ("day", "2026-10-01"))).Html;
        Assert.Contains("the fund has 12.50", html);
        Assert.Contains("href=\"#f-amount\"", html);
        Assert.Contains("value=\"1,300\"", html);
        Assert.Equal("2026-10-01-spending", Assert.Single(Node.State.Told.All<SaveEntryRequest>()).Entry.Entry_);
    }

    [Fact]
    public async Task An_allocation_that_is_sent_twice_says_the_same_twice()
    {
        using var bob = await StaffWithAsync(Function.MobilizeResources);
        Books();
        Node.State.Told.Answer<ListAllocationsRequest>(_ => new ListAllocationsResponse());
        Node.State.Told.Answer<AllocateRequest>(request => request.Allocation);
        var form = $"/en{Page}/allocation?of=grant";
        Assert.Contains("name=\"revision\" value=\"grant-1\"", (await bob.Open(form)).Html);
        for (var time = 0; time < 2; time++)
            await bob.Send(form, ("revision", "grant-1"), ("to", "ca.on"), ("amount", "5"), ("amount-currency", "CAD"));
        Assert.Single(Node.State.Told.All<AllocateRequest>().Distinct());
    }

    [Fact]
    public async Task An_allocation_is_answered_and_declined_only_with_a_reason()
    {
        using var bob = await StaffWithAsync(Function.MobilizeResources);
        Node.State.Told.Answer<ListAllocationsRequest>(_ => new ListAllocationsResponse
        {
            Allocations = { new Allocation { Initiative = "nation", Allocation_ = "roofs", To = "ca", Amount = new Money { Amount = "40000.50", Currency = "CAD" }, Purpose = new Text { Fr = "Les toits" } } },
        });
        Node.State.Told.Answer<AnswerAllocationRequest>(_ => new Allocation());
        var form = $"/fr{Page}/answer?which=nation%2Froofs";
        Assert.Contains("40\u00A0000,50\u00A0$\u00A0: Les toits.", WebUtility.HtmlDecode((await bob.Open(form)).Html));
        Assert.Contains("Pour décliner, dites pourquoi.", (await bob.Send(form, ("state", "Declined"))).Html);
        Assert.Empty(Node.State.Told.All<AnswerAllocationRequest>());
        await bob.Send(form, ("state", "Accepted"));
        Assert.Equal(
            new AnswerAllocationRequest { Initiative = "ca", Allocation = "nation/roofs", State = Allocation.Types.State.Accepted },
            Assert.Single(Node.State.Told.All<AnswerAllocationRequest>()));
    }

    private void Books()
    {
        Node.State.Told.Answer<GetFundRequest>(_ => new Fund
        {
            Initiative = "ca", Fund_ = "grant", Name = new Text { En = "Grant" }, Kind = Fund.Types.Kind.Grant, Balance = new Balance { Currency = "CAD", Available = "12.50" },
        });
        Node.State.Told.Answer<ListEntriesRequest>(_ => new ListEntriesResponse());
    }
}
