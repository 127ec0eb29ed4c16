using System.Net;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>Changing who holds a function by a form.</summary>
public sealed class HolderFormTests : SignedInGateway
{
    private const string Function = "/initiatives/ca/functions/establish-shared-measurement";

    [Fact]
    public async Task An_initiative_s_staff_declares_who_holds_its_function_and_says_why_in_its_language()
    {
        DeclareRequest? said = null;
        Node.State.OnDeclare = request =>
        {
            said = request;
            return new FunctionState();
        };
        Node.State.Tell(Held(writer: Maps.Ontario));
        using var bob = await StaffAsync(Maps.Canada);
        var page = await bob.Send("/fr" + Function, ("do", "declare"), ("holder", "ca"), ("until", "2027-12-31"), ("why", "Trop tôt"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(
            new DeclareRequest
            {
                Initiative = "ca", Function = V1.Function.EstablishSharedMeasurement, Holders = { "ca" }, Until = "2027-12-31", Reason = new Text { Fr = "Trop tôt" },
            },
            said);
    }

    [Fact]
    public async Task Its_holder_s_staff_hands_it_over_and_nobody_else_is_shown_how()
    {
        HandOverRequest? said = null;
        Node.State.OnHandOver = (request, _) =>
        {
            said = request;
            return Task.FromResult(new FunctionState());
        };
        Node.State.Tell(Held(writer: Maps.Ontario));
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var bob = await JoinAsync(await InviteAsync(ann, Maps.Ontario, "Staff"), "bob");
        using var eve = await JoinAsync(await InviteAsync(ann, Maps.Ontario, "Member"), "eve");
        Assert.Contains("nothing here for you to change", (await eve.Open("/en" + Function)).Html);
        Assert.DoesNotContain("value=\"declare\"", (await bob.Open("/en" + Function)).Html);
        Assert.Contains("Done.", (await bob.Send("/en" + Function, ("do", "handover"), ("holder", "ca"))).Html);
        Assert.Equal(["ca"], said!.To);
    }

    [Theory]
    [InlineData("accept", RespondRequest.Types.Answer.Accept)]
    [InlineData("decline", RespondRequest.Types.Answer.Decline)]
    public async Task Who_is_asked_answers(string answer, RespondRequest.Types.Answer sent)
    {
        RespondRequest? said = null;
        Node.State.OnRespond = request =>
        {
            said = request;
            return new FunctionState();
        };
        var map = Held(writer: Maps.Canada);
        map.Functions[0].Proposed.Add(new FunctionState.Types.Proposal { By = Maps.Canada, Holders = { Maps.Ontario }, Writer = Maps.Ontario, Epoch = 2 });
        Node.State.Tell(map);
        using var bob = await StaffAsync(Maps.Ontario);
        Assert.Contains("Accept for ca.on", (await bob.Open("/en" + Function)).Html);
        await bob.Send("/en" + Function, ("responder", Maps.Ontario), ("answer", answer), ("why", "not yet"));
        Assert.Equal((Maps.Ontario, sent, "not yet"), (said!.Responder, said.Answer, said.Reason.En));
    }

    [Fact]
    public async Task What_the_node_refuses_is_shown_and_what_was_typed_stays()
    {
        Node.State.OnDeclare = _ => throw new RpcException(new Status(StatusCode.InvalidArgument, "until: is no date"));
        Node.State.Tell(Held(writer: Maps.Ontario));
        using var bob = await StaffAsync(Maps.Canada);
        var page = await bob.Send("/en" + Function, ("do", "declare"), ("holder", "ca"), ("until", "soon"), ("why", "because"));
        Assert.Contains("until: is no date", page.Html);
        Assert.Contains("value=\"soon\"", page.Html);
        Assert.Contains(">because</textarea>", page.Html);
    }

    [Fact]
    public async Task A_function_that_there_is_not_is_not_found()
    {
        using var bob = await StaffAsync(Maps.Canada);
        Assert.Equal(HttpStatusCode.NotFound, (await bob.Open("/en/initiatives/ca/functions/sing")).Status);
    }

    private static FunctionMap Held(string writer) => Maps.Of(Maps.Canada, "n", writer, "n");

    private async Task<Visitor> StaffAsync(string initiative)
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        return await JoinAsync(await InviteAsync(ann, initiative, "Staff"), "bob");
    }
}
