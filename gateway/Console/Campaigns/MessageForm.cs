using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Campaigns;

/// <summary>A message of a campaign to one of its audiences.</summary>
internal sealed class MessageForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;

    private readonly PublicWill.PublicWillClient _will = new(invoker);
    private Campaign _campaign = new();
    private CampaignMessage _message = new();
    private IReadOnlyList<string> _taken = [];

    public override Side Side => Side.PublicWill;

    public override Function? Function => V1.Function.BuildPublicWill;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeMessage : Words.AddMessage;

    public override string Hint => Choice("", _campaign.Name).Label;

    public override string Revision { get => _message.Revision; set => _message.Revision = value; }

    public override async Task<Outcome> Load()
    {
        var read = await Calls.Ask(_will.GetCampaignAsync, new GetCampaignRequest { Initiative = Asked.Id, Campaign = Asked.Of }, Asked.Cancelled);
        if (!read.Has(out var campaign))
            return read.Outcome;
        _campaign = campaign;
        var listed = await Calls.Ask(_will.ListMessagesAsync, new ListMessagesRequest { Initiative = Asked.Id, Campaign = Asked.Of, PageSize = Most }, Asked.Cancelled);
        if (!listed.Has(out var messages))
            return listed.Outcome;
        _taken = [.. messages.Messages.Select(message => message.Message)];
        if (Asked.Which.Length > 0 && !_taken.Contains(Asked.Which))
            return Outcome.NotFound;
        _message = messages.Messages.FirstOrDefault(message => message.Message == Asked.Which)?.Clone() ?? new CampaignMessage { Campaign = Asked.Of };
        return Outcome.Given;
    }

    public override IEnumerable<Field> Fields() =>
    [
        new("audience", Words.Audience, _message.Audience)
        {
            Kind = FieldKind.Choice,
            IsRequired = true,
            Path = "message.audience",
            Choices = [.. _campaign.Audiences.Select(audience => Choice(audience.Audience_, audience.Name))],
        },
        Prose("text", Words.MessageText, _message.Text, "message.text") with { IsRequired = true },
        Shared(_message.Sharing, "message.sharing"),
    ];

    public override void Take(Typed typed)
    {
        _message.Audience = typed["audience"];
        _message.Text = typed.Text("text");
        _message.Sharing = typed.Choice<Sharing>("sharing");
        if (_message.Message.Length == 0)
            _message.Message = MadeId.Of(_message.Audience, "message", _taken);
    }

    public override Task<Told> Save() => Calls.Write(_will.SaveMessageAsync, new SaveMessageRequest { Initiative = Asked.Id, Message = _message }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _will.RemoveMessageAsync, new RemoveMessageRequest { Initiative = Asked.Id, Campaign = Asked.Of, Message = Asked.Which, Revision = revision }, Asked.Cancelled);
}
