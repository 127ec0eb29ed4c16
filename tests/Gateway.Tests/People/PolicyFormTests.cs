using System.Net;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>Barriers and asks by forms.</summary>
public sealed class PolicyFormTests : SignedInGateway
{
    private const string Page = "/initiatives/ca/policy";

    [Fact]
    public async Task A_barrier_gets_its_id_from_its_title_and_stays_kept_unless_it_is_shared()
    {
        using var bob = await StaffAsync();
        Node.State.Told.Answer<ListBarriersRequest>(_ => new ListBarriersResponse { Barriers = { new PolicyBarrier { Barrier = "demandes-sur-papier" } } });
        Node.State.Told.Answer<SaveBarrierRequest>(request => request.Barrier);
        var page = await bob.Send(
            $"/fr{Page}/barrier", ("title", "Demandes «\u00A0sur papier\u00A0»"), ("effect", "Rien"), ("serves", "ca/homes"), ("sharing", "Kept"), ("naming", "ByPlace"));
        Assert.Equal((HttpStatusCode.SeeOther, $"/fr{Page}?saved=yes"), (page.Status, page.Leads));
        Assert.Equal(
            new PolicyBarrier
            {
                Barrier = "demandes-sur-papier-2", Title = new Text { Fr = "Demandes «\u00A0sur papier\u00A0»" }, Effect = new Text { Fr = "Rien" }, Indicators = { "ca/homes" },
                Sharing = Sharing.Kept, Naming = PolicyBarrier.Types.Naming.ByPlace,
            },
            Assert.Single(Node.State.Told.All<SaveBarrierRequest>()).Barrier);
    }

    [Fact]
    public async Task A_barrier_is_taken_out_at_the_revision_that_was_read_or_it_is_said_why_not()
    {
        using var bob = await StaffAsync();
        Node.State.Told.Answer<ListBarriersRequest>(_ => new ListBarriersResponse());
        Node.State.Told.Answer<GetBarrierRequest>(_ => new PolicyBarrier
        {
            Initiative = "ca", Barrier = "paper", Title = new Text { En = "Paper", Fr = "Papier" }, Sharing = Sharing.Kept, Revision = "1.3",
        });
        Node.State.Told.Answer<RemoveBarrierRequest>(
            request => request.Revision == "1.3" ? new RemoveBarrierResponse() : throw Told.Refusal(StatusCode.Aborted, "revision", "is another"));
        var form = (await bob.Open($"/fr{Page}/barrier?which=paper")).Html;
        Assert.All((string[])["value=\"Papier\"", "name=\"title-en\"", "value=\"Paper\"", "value=\"remove\""], each => Assert.Contains(each, form));
        Assert.DoesNotContain("value=\"remove\"", (await bob.Open($"/fr{Page}/barrier")).Html);
        Assert.Contains("Quelqu’un d’autre", (await bob.Send($"/fr{Page}/barrier?which=paper", ("revision", "1.2"), ("do", "remove"))).Html);
        Assert.Equal($"/fr{Page}?saved=yes", (await bob.Send($"/fr{Page}/barrier?which=paper", ("revision", "1.3"), ("do", "remove"))).Leads);
        Assert.Equal(("ca", "paper"), Node.State.Told.All<RemoveBarrierRequest>()[^1] is var gone ? (gone.Initiative, gone.Barrier) : default);
    }

    [Fact]
    public async Task A_barrier_without_a_title_is_asked_for_again_with_what_was_typed()
    {
        using var bob = await StaffAsync();
        Node.State.Told.Answer<ListBarriersRequest>(_ => new ListBarriersResponse());
        var html = (await bob.Send($"/en{Page}/barrier", ("title", " "), ("effect", "<It> stops us"), ("sharing", "Shared"), ("naming", "ByName"))).Html;
        Assert.Contains("Fill in “Title”.", html);
        Assert.Contains("&lt;It&gt; stops us</textarea>", html);
        Assert.Contains("value=\"ByName\" selected", html);
        Assert.Empty(Node.State.Told.All<SaveBarrierRequest>());
    }

    [Fact]
    public async Task An_ask_begins_with_the_barriers_that_several_meet()
    {
        using var bob = await StaffAsync();
        Node.State.Told.Answer<ListAsksRequest>(_ => new ListAsksResponse());
        Node.State.Told.Answer<ListBarriersRequest>(_ => new ListBarriersResponse
        {
            Barriers = { new PolicyBarrier { Initiative = "ca.on", Barrier = "sales", Title = new Text { En = "Private sales" }, Sharing = Sharing.Shared } },
        });
        Node.State.Told.Answer<ListCommonBarriersRequest>(_ => new ListCommonBarriersResponse
        {
            Groups =
            {
                new ListCommonBarriersResponse.Types.Group
                {
                    Subject = "indicator ca/homes", First = { new ListCommonBarriersResponse.Types.Named { Initiative = "ca.on", Barrier = "sales" } },
                },
            },
        });
        var html = (await bob.Open($"/en{Page}/ask?of=indicator%20ca%2Fhomes")).Html;
        Assert.Contains("value=\"ca.on/sales\" checked", html);
        Assert.Contains("value=\"ca/homes\" checked", html);
    }

    [Fact]
    public async Task An_ask_is_moved_only_where_a_way_leads_and_the_answer_is_noted()
    {
        using var bob = await StaffAsync();
        Node.State.Told.Answer<GetAskRequest>(_ => new PolicyAsk { Initiative = "ca", Ask = "notice", Title = new Text { En = "Notice" }, Stage = PolicyAsk.Types.Stage.Raised, Revision = "1.4" });
        Node.State.Told.Answer<MoveAskRequest>(_ => new PolicyAsk());
        var move = $"/en{Page}/move?which=notice";
        var html = (await bob.Open(move)).Html;
        Assert.Contains("value=\"Adopted\"", html);
        Assert.DoesNotContain("value=\"CarriedOut\"", html);
        Assert.Contains("Choose a stage, or note what the body answered.", (await bob.Send(move, ("to", ""), ("revision", "1.4"))).Html);
        await bob.Send(move, ("to", "Adopted"), ("day", "2026-11-04"), ("answer", "Yes"), ("revision", "1.4"));
        Assert.Equal(
            new MoveAskRequest
            {
                Initiative = "ca", Ask = "notice", To = PolicyAsk.Types.Stage.Adopted, Day = "2026-11-04",
                Answer = new PolicyAsk.Types.Answer { Text = new Text { En = "Yes" } }, Revision = "1.4",
            },
            Assert.Single(Node.State.Told.All<MoveAskRequest>()));
    }

    [Fact]
    public async Task Who_holds_the_function_is_named_where_it_is_another_by_now()
    {
        using var bob = await StaffAsync();
        Node.State.Told.Answer<GetAskRequest>(_ => new PolicyAsk { Initiative = "ca", Ask = "notice", Stage = PolicyAsk.Types.Stage.Raised });
        Node.State.Told.Answer<MoveAskRequest>(_ => throw Told.Refusal(StatusCode.FailedPrecondition, "", "another holds it", "ca.on"));
        var html = (await bob.Send($"/fr{Page}/move?which=notice", ("to", "Adopted"), ("note", "Enfin"))).Html;
        Assert.Contains("ca.on exerce cette fonction", html);
        Assert.Contains(">Enfin</textarea>", html);
    }

    private Task<Visitor> StaffAsync() => StaffWithAsync(Function.AdvancePolicy);
}
