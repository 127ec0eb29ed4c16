using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Campaigns;

/// <summary>That somebody stands behind a campaign, or the initiative itself; and that they took it back.</summary>
internal sealed class EndorsementForm(CallInvoker invoker) : RecordForm<Endorsement>(endorsement => endorsement.Endorsement_)
{
    private readonly PublicWill.PublicWillClient _will = new(invoker);
    private IReadOnlyList<Choice> _campaigns = [];
    private IReadOnlyList<Choice> _known = [];

    public override Side Side => Side.PublicWill;

    public override Function? Function => V1.Function.BuildPublicWill;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeEndorsement : Words.AddEndorsement;

    public override string Hint => Words.EndorsementHint;

    public override async Task<Outcome> Load()
    {
        var campaigns = (await Calls.Ask(_will.ListCampaignsAsync, new ListCampaignsRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled)).Value;
        _campaigns = [.. (campaigns?.Campaigns ?? []).Select(campaign => Choice(campaign.Campaign_, campaign.Name))];
        // Without them somebody can be named all the same.
        var partners = (await Calls.ListPartners(Asked.Id, Most, Asked.Cancelled)).Value;
        _known = [.. (partners?.Partners ?? []).Select(partner => Choice(partner.Partner_, partner.Name))];
        return await Find(
            _will.ListEndorsementsAsync, new ListEndorsementsRequest { Initiative = Asked.Id, Withdrawn = true, PageSize = Most }, answer => answer.Endorsements,
            new Endorsement { Campaign = Asked.Of });
    }

    public override IEnumerable<Field> Fields() =>
    [
        OneOf("campaign", Words.CampaignHeading, Record.Campaign, Words.InitiativeItself, _campaigns, "endorsement.campaign"),
        OneOf("partner", Words.Partner, Record.Partner, Words.SomebodyElse, _known, "endorsement.partner"),
        Text("name", Words.NameOfOther, Record.Name, "endorsement.name"),
        Choose("sector", Words.SectorHeading, Record.Sector, Words.NameOf, "endorsement.sector"),
        Prose("words", Words.WhatTheySay, Record.Words, "endorsement.words"),
        Day("day", Words.DayHeading, Record.Day, "endorsement.day") with { Hint = Words.EmptyIsToday },
        Choose("naming", Words.NamedWhereShared, Record.Naming == Endorsement.Types.Naming.Unspecified ? Endorsement.Types.Naming.BySector : Record.Naming, Words.NameOf, "endorsement.naming"),
        Day("withdrawn", Words.TakenBackOn, Record.Withdrawn, "endorsement.withdrawn"),
        Shared(Record.Sharing, "endorsement.sharing"),
    ];

    public override void Take(Typed typed)
    {
        (Record.Campaign, Record.Partner, Record.Name) = (typed["campaign"], typed["partner"], typed.Text("name"));
        if (Record.Partner.Length == 0 && Record.Name is null)
            typed.Refuse("name", Words.PartnerOrName);
        (Record.Sector, Record.Words) = (typed.Choice<Sector>("sector"), typed.Text("words"));
        (Record.Day, Record.Withdrawn) = (typed["day"], typed["withdrawn"]);
        Record.Naming = typed.Choice<Endorsement.Types.Naming>("naming");
        Record.Sharing = typed.Choice<Sharing>("sharing");
        if (Record.Endorsement_.Length == 0)
            Record.Endorsement_ = Record.Partner.Length > 0
                ? MadeId.Of(Record.Partner, "endorsement", Taken)
                // A person's name goes into no id: that is known where the name is not.
                : MadeId.Of("", "endorsement", Taken);
    }

    public override Task<Told> Save() => Calls.Write(
        _will.SaveEndorsementAsync, new SaveEndorsementRequest { Initiative = Asked.Id, Endorsement = Record }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _will.RemoveEndorsementAsync, new RemoveEndorsementRequest { Initiative = Asked.Id, Endorsement = Asked.Which, Revision = revision }, Asked.Cancelled);
}
