using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Campaigns;

/// <summary>A message of a campaign to one of its audiences.</summary>
internal sealed class MessageForm(CallInvoker invoker) : RecordForm<CampaignMessage>(message => message.Message)
{
    private readonly PublicWill.PublicWillClient _will = new(invoker);
    private Campaign _campaign = new();

    public override Side Side => Side.PublicWill;

    public override Function? Function => V1.Function.BuildPublicWill;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeMessage : Words.AddMessage;

    public override string Hint => Choice("", _campaign.Name).Label;

    public override async Task<Outcome> Load()
    {
        var read = await Calls.Ask(_will.GetCampaignAsync, new GetCampaignRequest { Initiative = Asked.Id, Campaign = Asked.Of }, Asked.Cancelled);
        if (!read.Has(out var campaign))
            return read.Outcome;
        _campaign = campaign;
        return await Find(
            _will.ListMessagesAsync, new ListMessagesRequest { Initiative = Asked.Id, Campaign = Asked.Of, PageSize = Most }, answer => answer.Messages,
            new CampaignMessage { Campaign = Asked.Of });
    }

    public override IEnumerable<Field> Fields() =>
    [
        new("audience", Words.Audience, Record.Audience)
        {
            Kind = FieldKind.Choice,
            IsRequired = true,
            Path = "message.audience",
            Choices = [.. _campaign.Audiences.Select(audience => Choice(audience.Audience_, audience.Name))],
        },
        Prose("text", Words.MessageText, Record.Text, "message.text") with { IsRequired = true },
        Shared(Record.Sharing, "message.sharing"),
    ];

    public override void Take(Typed typed)
    {
        Record.Audience = typed["audience"];
        Record.Text = typed.Text("text");
        Record.Sharing = typed.Choice<Sharing>("sharing");
        if (Record.Message.Length == 0)
            Record.Message = MadeId.Of(Record.Audience, "message", Taken);
    }

    public override Task<Told> Save() => Calls.Write(_will.SaveMessageAsync, new SaveMessageRequest { Initiative = Asked.Id, Message = Record }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _will.RemoveMessageAsync, new RemoveMessageRequest { Initiative = Asked.Id, Campaign = Asked.Of, Message = Asked.Which, Revision = revision }, Asked.Cancelled);
}
