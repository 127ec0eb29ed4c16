using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Campaigns;

/// <summary>Whom a campaign reached by a channel, in some days.</summary>
internal sealed class ReachForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;

    private readonly PublicWill.PublicWillClient _will = new(invoker);
    private CampaignReach _reach = new();
    private IReadOnlyList<string> _taken = [];

    public override Side Side => Side.PublicWill;

    public override Function? Function => V1.Function.BuildPublicWill;

    public override string Title => Words.AddReach;

    public override string Hint => $"{Asked.Of}. {Words.ReachHint}";

    public override string Revision { get => _reach.Revision; set => _reach.Revision = value; }

    public override async Task<Outcome> Load()
    {
        var listed = await Calls.Ask(_will.ListReachAsync, new ListReachRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled);
        _taken = [.. (listed.Value?.Reaches ?? []).Select(reach => reach.Reach)];
        _reach = new CampaignReach { Campaign = Asked.Of };
        return Asked.Of.Length == 0 ? Outcome.NotFound : listed.Outcome;
    }

    public override IEnumerable<Field> Fields() =>
    [
        Choose("channel", Words.Channel, _reach.Channel, Words.NameOf, "reach.channel"),
        Choose("measure", Words.WhatIsCounted, _reach.Measure, Words.NameOf, "reach.measure"),
        Day("from", Words.FirstDay, "", "reach.from") with { IsRequired = true },
        Day("until", Words.FinalDay, "", "reach.until") with { IsRequired = true },
        Number("count", Words.HowMany, "", "reach.count") with { IsRequired = true },
        Prose("note", Words.HowCounted, null, "reach.note"),
        Shared(_reach.Sharing, "reach.sharing"),
    ];

    public override void Take(Typed typed)
    {
        (_reach.Channel, _reach.Measure) = (typed.Choice<OutreachChannel>("channel"), typed.Choice<CampaignReach.Types.Measure>("measure"));
        (_reach.From, _reach.Until, _reach.Count) = (typed["from"], typed["until"], typed.Whole("count") ?? 0);
        _reach.Note = typed.Text("note");
        _reach.Sharing = typed.Choice<Sharing>("sharing");
        _reach.Reach = MadeId.Of($"{Asked.Of.Split('/')[^1]} {_reach.Channel} {_reach.From}", "reach", _taken);
    }

    public override Task<Told> Save() => Calls.Write(_will.SaveReachAsync, new SaveReachRequest { Initiative = Asked.Id, Reach = _reach }, Asked.Cancelled);
}
