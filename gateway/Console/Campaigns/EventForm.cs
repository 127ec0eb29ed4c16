using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;
using Kind = CollectiveImpact.V1.CampaignEvent.Types.Kind;

namespace CollectiveImpact.Console.Campaigns;

/// <summary>An event at which the public was met, or is to be. It names no persons.</summary>
internal sealed class EventForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;

    private readonly PublicWill.PublicWillClient _will = new(invoker);
    private CampaignEvent _event = new();
    private IReadOnlyList<Choice> _campaigns = [];
    private IReadOnlyList<string> _taken = [];

    public override Side Side => Side.PublicWill;

    public override Function? Function => V1.Function.BuildPublicWill;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeEvent : Words.AddEvent;

    public override string Hint => Words.EventHint;

    public override string Revision { get => _event.Revision; set => _event.Revision = value; }

    public override async Task<Outcome> Load()
    {
        var campaigns = (await Calls.Ask(_will.ListCampaignsAsync, new ListCampaignsRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled)).Value;
        _campaigns = [.. (campaigns?.Campaigns ?? []).Select(campaign => Choice(campaign.Campaign_, campaign.Name))];
        var listed = await Calls.Ask(_will.ListEventsAsync, new ListEventsRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled);
        if (!listed.Has(out var events))
            return listed.Outcome;
        _taken = [.. events.Events.Select(each => each.Event)];
        if (Asked.Which.Length > 0 && !_taken.Contains(Asked.Which))
            return Outcome.NotFound;
        _event = events.Events.FirstOrDefault(each => each.Event == Asked.Which)?.Clone() ?? new();
        return Outcome.Given;
    }

    public override IEnumerable<Field> Fields()
    {
        yield return Text("name", Words.Name, _event.Name, "event.name") with { IsRequired = true };
        yield return Choose("kind", Words.KindHeading, _event.Kind, Words.NameOf, "event.kind");
        yield return OneOf("campaign", Words.CampaignHeading, _event.Campaign, Words.OfNoCampaign, _campaigns, "event.campaign");
        yield return Day("day", Words.DayHeading, _event.Day, "event.day") with { IsRequired = true };
        yield return Text("place", Words.Place, _event.Place, "event.place");
        yield return Number("expected", Words.Expected, _event.HasExpected ? $"{_event.Expected}" : "", "event.expected") with { Group = Words.HowMany };
        yield return Number("attended", Words.Attended, _event.HasAttended ? $"{_event.Attended}" : "", "event.attended") with { Group = Words.HowMany };
        foreach (var sector in Enum.GetValues<Sector>().Skip(1))
        {
            var part = _event.Sectors.FirstOrDefault(each => each.Sector == sector);
            yield return Number($"sector-{sector}", Words.NameOf(sector), part is null ? "" : $"{part.Count}", "") with { Group = Words.OfThemBySector };
        }
        yield return Prose("outcome", Words.WhatCameOfIt, _event.Outcome, "event.outcome");
        yield return Shared(_event.Sharing, "event.sharing");
    }

    public override void Take(Typed typed)
    {
        _event.Name = typed.Text("name");
        (_event.Kind, _event.Campaign, _event.Day) = (typed.Choice<Kind>("kind"), typed["campaign"], typed["day"]);
        _event.Place = typed.Text("place");
        _event.ClearExpected();
        _event.ClearAttended();
        if (Count("expected") is { } expected)
            _event.Expected = expected;
        if (Count("attended") is { } attended)
            _event.Attended = attended;
        _event.Sectors.Clear();
        foreach (var sector in Enum.GetValues<Sector>().Skip(1))
            if (Count($"sector-{sector}") is { } count)
                _event.Sectors.Add(new CampaignEvent.Types.SectorPart { Sector = sector, Count = count });
        _event.Outcome = typed.Text("outcome");
        _event.Sharing = typed.Choice<Sharing>("sharing");
        if (_event.Event.Length == 0)
            _event.Event = MadeId.Of(_event.Name, "event", _taken);

        int? Count(string name)
        {
            if (typed.Whole(name) is not { } whole)
                return null;
            if (whole <= int.MaxValue)
                return (int)whole;
            typed.Refuse(name, Words.NoWhole(typed[name]));
            return null;
        }
    }

    public override Task<Told> Save() => Calls.Write(_will.SaveEventAsync, new SaveEventRequest { Initiative = Asked.Id, Event = _event }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _will.RemoveEventAsync, new RemoveEventRequest { Initiative = Asked.Id, Event = Asked.Which, Revision = revision }, Asked.Cancelled);
}
