using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;
using Status = CollectiveImpact.V1.Campaign.Types.Status;

namespace CollectiveImpact.Console.Campaigns;

/// <summary>A campaign: what is said to whom, to what end.</summary>
internal sealed class CampaignForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;
    private const int EmptyAudiences = 3;
    private const int MostAudiences = 50;

    private readonly PublicWill.PublicWillClient _will = new(invoker);
    private Campaign _campaign = new();
    private ServedChoices _served = ServedChoices.None;
    private IReadOnlyList<string> _taken = [];

    public override Side Side => Side.PublicWill;

    public override Function? Function => V1.Function.BuildPublicWill;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeCampaign : Words.AddCampaign;

    public override string Hint => Words.CampaignHint;

    public override string Revision { get => _campaign.Revision; set => _campaign.Revision = value; }

    public override async Task<Outcome> Load()
    {
        _served = await ServedChoices.Read(Calls, invoker, Asked);
        if (Asked.Which.Length > 0)
        {
            var read = await Calls.Ask(_will.GetCampaignAsync, new GetCampaignRequest { Initiative = Asked.Id, Campaign = Asked.Which }, Asked.Cancelled);
            _campaign = read.Value?.Clone() ?? new();
            return read.Outcome;
        }
        var listed = await Calls.Ask(_will.ListCampaignsAsync, new ListCampaignsRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled);
        _taken = [.. (listed.Value?.Campaigns ?? []).Select(campaign => campaign.Campaign_)];
        return listed.Outcome;
    }

    public override IEnumerable<Field> Fields()
    {
        yield return Text("name", Words.Name, _campaign.Name, "campaign.name") with { IsRequired = true };
        yield return Prose("aim", Words.Aim, _campaign.Aim, "campaign.aim") with { IsRequired = true, Hint = Words.AimHint };
        for (var row = 0; row < Math.Min(_campaign.Audiences.Count + EmptyAudiences, MostAudiences); row++)
        {
            var audience = row < _campaign.Audiences.Count ? _campaign.Audiences[row] : new Campaign.Types.Audience();
            yield return new($"audience-id-{row}", "", audience.Audience_) { Kind = FieldKind.Hidden, Group = Words.Audiences };
            yield return Text($"audience-{row}", Words.AudienceNumber(row + 1), audience.Name, $"campaign.audiences[{row}]") with { Group = Words.Audiences };
        }
        yield return Several(
            "channel", Words.ChannelsUsed, _campaign.Channels.Select(channel => channel.ToString()),
            Enum.GetValues<OutreachChannel>().Skip(1).Select(channel => new Choice(channel.ToString(), Words.NameOf(channel))), "campaign.channels");
        yield return Several("clause", Words.ClausesServed, _campaign.Clauses, _served.Clauses, "campaign.clauses");
        yield return Several("serves", Words.IndicatorsServed, _campaign.Indicators, _served.Indicators, "campaign.indicators");
        yield return Day("from", Words.FirstDay, _campaign.From, "campaign.from");
        yield return Day("until", Words.FinalDay, _campaign.Until, "campaign.until");
        yield return Choose("status", Words.StatusHeading, _campaign.Status, Words.NameOf, "campaign.status");
        yield return Shared(_campaign.Sharing, "campaign.sharing");
        yield return new("offered", Words.OfferBelow, _campaign.Offered ? "yes" : "no")
        {
            Kind = FieldKind.Choice,
            IsRequired = true,
            Path = "campaign.offered",
            Hint = Words.OfferHint,
            Choices = [new("no", Words.No), new("yes", Words.Yes)],
        };
    }

    public override void Take(Typed typed)
    {
        _campaign.Name = typed.Text("name");
        _campaign.Aim = typed.Text("aim");
        TakeAudiences(typed);
        _campaign.Channels.Clear();
        _campaign.Channels.Add(typed.All("channel").Select(each => Enum.TryParse<OutreachChannel>(each, out var channel) ? channel : default));
        _campaign.Clauses.Clear();
        _campaign.Clauses.Add(typed.All("clause"));
        _campaign.Indicators.Clear();
        _campaign.Indicators.Add(typed.All("serves"));
        (_campaign.From, _campaign.Until, _campaign.Status) = (typed["from"], typed["until"], typed.Choice<Status>("status"));
        _campaign.Sharing = typed.Choice<Sharing>("sharing");
        _campaign.Offered = typed["offered"] == "yes";
        if (_campaign.Campaign_.Length == 0)
            _campaign.Campaign_ = MadeId.Of(_campaign.Name, "campaign", _taken);
    }

    public override Task<Told> Save() => Calls.Write(_will.SaveCampaignAsync, new SaveCampaignRequest { Initiative = Asked.Id, Campaign = _campaign }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _will.RemoveCampaignAsync, new RemoveCampaignRequest { Initiative = Asked.Id, Campaign = Asked.Which, Revision = revision }, Asked.Cancelled);

    private void TakeAudiences(Typed typed)
    {
        var standing = _campaign.Audiences.ToDictionary(audience => audience.Audience_);
        _campaign.Audiences.Clear();
        for (var row = 0; row < MostAudiences && typed.Has($"audience-{row}"); row++)
        {
            var id = typed[$"audience-id-{row}"];
            if (typed.Text($"audience-{row}") is not { } name)
                continue;
            if (id.Length == 0)
                id = MadeId.Of(name, "audience", _campaign.Audiences.Select(audience => audience.Audience_).Concat(standing.Keys));
            _campaign.Audiences.Add(new Campaign.Types.Audience { Audience_ = id, Name = name });
        }
        if (_campaign.Audiences.Count == 0)
            typed.Refuse("audience-0", Words.NameAnAudience);
    }
}
