using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Campaigns;

/// <summary>That somebody stands behind a campaign, or the initiative itself; and that they took it back.</summary>
internal sealed class EndorsementForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;

    private readonly PublicWill.PublicWillClient _will = new(invoker);
    private readonly V1.Partners.PartnersClient _partners = new(invoker);
    private Endorsement _endorsement = new();
    private IReadOnlyList<Choice> _campaigns = [];
    private IReadOnlyList<Choice> _known = [];
    private IReadOnlyList<string> _taken = [];

    public override Side Side => Side.PublicWill;

    public override Function? Function => V1.Function.BuildPublicWill;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeEndorsement : Words.AddEndorsement;

    public override string Hint => Words.EndorsementHint;

    public override string Revision { get => _endorsement.Revision; set => _endorsement.Revision = value; }

    public override async Task<Outcome> Load()
    {
        var listed = await Calls.Ask(
            _will.ListEndorsementsAsync, new ListEndorsementsRequest { Initiative = Asked.Id, Withdrawn = true, PageSize = Most }, Asked.Cancelled);
        if (!listed.Has(out var endorsements))
            return listed.Outcome;
        _taken = [.. endorsements.Endorsements.Select(endorsement => endorsement.Endorsement_)];
        if (Asked.Which.Length > 0 && !_taken.Contains(Asked.Which))
            return Outcome.NotFound;
        _endorsement = endorsements.Endorsements.FirstOrDefault(endorsement => endorsement.Endorsement_ == Asked.Which)?.Clone() ?? new Endorsement { Campaign = Asked.Of };
        var campaigns = (await Calls.Ask(_will.ListCampaignsAsync, new ListCampaignsRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled)).Value;
        _campaigns = [.. (campaigns?.Campaigns ?? []).Select(campaign => Choice(campaign.Campaign_, campaign.Name))];
        // Without them somebody can be named all the same.
        var partners = (await Calls.Ask(_partners.ListPartnersAsync, new ListPartnersRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled)).Value;
        _known = [.. (partners?.Partners ?? []).Select(partner => Choice(partner.Partner_, partner.Name))];
        return Outcome.Given;
    }

    public override IEnumerable<Field> Fields() =>
    [
        OneOf("campaign", Words.CampaignHeading, _endorsement.Campaign, Words.InitiativeItself, _campaigns, "endorsement.campaign"),
        OneOf("partner", Words.Partner, _endorsement.Partner, Words.SomebodyElse, _known, "endorsement.partner"),
        Text("name", Words.NameOfOther, _endorsement.Name, "endorsement.name"),
        Choose("sector", Words.SectorHeading, _endorsement.Sector, Words.NameOf, "endorsement.sector"),
        Prose("words", Words.WhatTheySay, _endorsement.Words, "endorsement.words"),
        Day("day", Words.DayHeading, _endorsement.Day, "endorsement.day") with { Hint = Words.EmptyIsToday },
        Choose("naming", Words.NamedWhereShared, _endorsement.Naming == Endorsement.Types.Naming.Unspecified ? Endorsement.Types.Naming.BySector : _endorsement.Naming, Words.NameOf, "endorsement.naming"),
        Day("withdrawn", Words.TakenBackOn, _endorsement.Withdrawn, "endorsement.withdrawn"),
        Shared(_endorsement.Sharing, "endorsement.sharing"),
    ];

    public override void Take(Typed typed)
    {
        (_endorsement.Campaign, _endorsement.Partner, _endorsement.Name) = (typed["campaign"], typed["partner"], typed.Text("name"));
        if (_endorsement.Partner.Length == 0 && _endorsement.Name is null)
            typed.Refuse("name", Words.PartnerOrName);
        (_endorsement.Sector, _endorsement.Words) = (typed.Choice<Sector>("sector"), typed.Text("words"));
        (_endorsement.Day, _endorsement.Withdrawn) = (typed["day"], typed["withdrawn"]);
        _endorsement.Naming = typed.Choice<Endorsement.Types.Naming>("naming");
        _endorsement.Sharing = typed.Choice<Sharing>("sharing");
        if (_endorsement.Endorsement_.Length == 0)
            _endorsement.Endorsement_ = _endorsement.Partner.Length > 0
                ? MadeId.Of(_endorsement.Partner, "endorsement", _taken)
                // A person's name goes into no id: that is known where the name is not.
                : MadeId.Of("", "endorsement", _taken);
    }

    public override Task<Told> Save() => Calls.Write(
        _will.SaveEndorsementAsync, new SaveEndorsementRequest { Initiative = Asked.Id, Endorsement = _endorsement }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _will.RemoveEndorsementAsync, new RemoveEndorsementRequest { Initiative = Asked.Id, Endorsement = Asked.Which, Revision = revision }, Asked.Cancelled);
}
