using System.Text.RegularExpressions;
using CollectiveImpact.Gateway.Tests.Nodes;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>Invitations while they are open.</summary>
public sealed partial class InvitationTests : SignedInGateway
{
    [Fact]
    public async Task An_invitation_that_was_withdrawn_is_good_for_nothing_and_nobody_withdraws_another_s()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var bob = await JoinAsync(await InviteAsync(ann, Maps.Canada, "Staff"), "bob");
        var (lost, other) = (await InviteAsync(bob, Maps.Canada, "Partner", "ymca"), await InviteAsync(ann, Maps.Ontario, "Member"));
        var page = (await bob.Open("/en/initiatives/ca/people")).Html;
        Assert.Contains("(ymca)", page);
        var number = Withdrawable().Match(page).Groups[1].Value;
        var others = Withdrawable().Match((await ann.Open("/en/initiatives/ca.on/people")).Html).Groups[1].Value;
        foreach (var withdrawn in new[] { number, others })
            await bob.Send("/en/initiatives/ca/people", ("withdraw", withdrawn));
        Assert.DoesNotContain("(ymca)", (await bob.Open("/en/initiatives/ca/people")).Html);
        using var eve = new Visitor(Gateway.Address);
        Assert.Contains("has been used or is too old", (await eve.Open(PathOf(lost))).Html);
        Assert.DoesNotContain("has been used or is too old", (await eve.Open(PathOf(other))).Html);
    }

    [GeneratedRegex("name=\"withdraw\" value=\"([0-9]+)\"")]
    private static partial Regex Withdrawable();
}
