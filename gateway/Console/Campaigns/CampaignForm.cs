using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;
using Status = CollectiveImpact.V1.Campaign.Types.Status;

namespace CollectiveImpact.Console.Campaigns;

/// <summary>A campaign: what is said to whom, to what end.</summary>
internal sealed class CampaignForm(CallInvoker invoker) : RecordForm<Campaign>(campaign => campaign.Campaign_)
{
    private const int EmptyAudiences = 3;
    private const int MostAudiences = 50;

    private readonly PublicWill.PublicWillClient _will = new(invoker);
    private ServedChoices _served = ServedChoices.None;

    public override Side Side => Side.PublicWill;

    public override Function? Function => V1.Function.BuildPublicWill;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeCampaign : Words.AddCampaign;

    public override string Hint => Words.CampaignHint;

    public override async Task<Outcome> Load()
    {
        _served = await ServedChoices.Read(Calls, invoker, Asked);
        return Asked.Which.Length > 0
            ? await Open(_will.GetCampaignAsync, new GetCampaignRequest { Initiative = Asked.Id, Campaign = Asked.Which })
            : await Find(_will.ListCampaignsAsync, new ListCampaignsRequest { Initiative = Asked.Id, PageSize = Most }, answer => answer.Campaigns);
    }

    public override IEnumerable<Field> Fields()
    {
        yield return Text("name", Words.Name, Record.Name, "campaign.name") with { IsRequired = true };
        yield return Prose("aim", Words.Aim, Record.Aim, "campaign.aim") with { IsRequired = true, Hint = Words.AimHint };
        for (var row = 0; row < Math.Min(Record.Audiences.Count + EmptyAudiences, MostAudiences); row++)
        {
            var audience = row < Record.Audiences.Count ? Record.Audiences[row] : new Campaign.Types.Audience();
            yield return new($"audience-id-{row}", "", audience.Audience_) { Kind = FieldKind.Hidden, Group = Words.Audiences };
            yield return Text($"audience-{row}", Words.AudienceNumber(row + 1), audience.Name, $"campaign.audiences[{row}]") with { Group = Words.Audiences };
        }
        yield return Several(
            "channel", Words.ChannelsUsed, Record.Channels.Select(channel => channel.ToString()),
            Enum.GetValues<OutreachChannel>().Skip(1).Select(channel => new Choice(channel.ToString(), Words.NameOf(channel))), "campaign.channels");
        yield return Several("clause", Words.ClausesServed, Record.Clauses, _served.Clauses, "campaign.clauses");
        yield return Several("serves", Words.IndicatorsServed, Record.Indicators, _served.Indicators, "campaign.indicators");
        yield return Day("from", Words.FirstDay, Record.From, "campaign.from");
        yield return Day("until", Words.FinalDay, Record.Until, "campaign.until");
        yield return Choose("status", Words.StatusHeading, Record.Status, Words.NameOf, "campaign.status");
        yield return Shared(Record.Sharing, "campaign.sharing");
        yield return new("offered", Words.OfferBelow, Record.Offered ? "yes" : "no")
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
        Record.Name = typed.Text("name");
        Record.Aim = typed.Text("aim");
        TakeAudiences(typed);
        Record.Channels.Clear();
        Record.Channels.Add(typed.All("channel").Select(each => Enum.TryParse<OutreachChannel>(each, out var channel) ? channel : default));
        Record.Clauses.Clear();
        Record.Clauses.Add(typed.All("clause"));
        Record.Indicators.Clear();
        Record.Indicators.Add(typed.All("serves"));
        (Record.From, Record.Until, Record.Status) = (typed["from"], typed["until"], typed.Choice<Status>("status"));
        Record.Sharing = typed.Choice<Sharing>("sharing");
        Record.Offered = typed["offered"] == "yes";
        if (Record.Campaign_.Length == 0)
            Record.Campaign_ = MadeId.Of(Record.Name, "campaign", Taken);
    }

    public override Task<Told> Save() => Calls.Write(_will.SaveCampaignAsync, new SaveCampaignRequest { Initiative = Asked.Id, Campaign = Record }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _will.RemoveCampaignAsync, new RemoveCampaignRequest { Initiative = Asked.Id, Campaign = Asked.Which, Revision = revision }, Asked.Cancelled);

    private void TakeAudiences(Typed typed)
    {
        var standing = Record.Audiences.ToDictionary(audience => audience.Audience_);
        Record.Audiences.Clear();
        for (var row = 0; row < MostAudiences && typed.Has($"audience-{row}"); row++)
        {
            var id = typed[$"audience-id-{row}"];
            if (typed.Text($"audience-{row}") is not { } name)
                continue;
            if (id.Length == 0)
                id = MadeId.Of(name, "audience", Record.Audiences.Select(audience => audience.Audience_).Concat(standing.Keys));
            Record.Audiences.Add(new Campaign.Types.Audience { Audience_ = id, Name = name });
        }
        if (Record.Audiences.Count == 0)
            typed.Refuse("audience-0", Words.NameAnAudience);
    }
}
