using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;
using Kind = CollectiveImpact.V1.CampaignEvent.Types.Kind;

namespace CollectiveImpact.Console.Campaigns;

/// <summary>An event at which the public was met, or is to be. It names no persons.</summary>
internal sealed class EventForm(CallInvoker invoker) : RecordForm<CampaignEvent>(each => each.Event)
{
    private readonly PublicWill.PublicWillClient _will = new(invoker);
    private IReadOnlyList<Choice> _campaigns = [];

    public override Side Side => Side.PublicWill;

    public override Function? Function => V1.Function.BuildPublicWill;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeEvent : Words.AddEvent;

    public override string Hint => Words.EventHint;

    public override async Task<Outcome> Load()
    {
        var campaigns = (await Calls.Ask(_will.ListCampaignsAsync, new ListCampaignsRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled)).Value;
        _campaigns = [.. (campaigns?.Campaigns ?? []).Select(campaign => Choice(campaign.Campaign_, campaign.Name))];
        return await Find(_will.ListEventsAsync, new ListEventsRequest { Initiative = Asked.Id, PageSize = Most }, answer => answer.Events);
    }

    public override IEnumerable<Field> Fields()
    {
        yield return Text("name", Words.Name, Record.Name, "event.name") with { IsRequired = true };
        yield return Choose("kind", Words.KindHeading, Record.Kind, Words.NameOf, "event.kind");
        yield return OneOf("campaign", Words.CampaignHeading, Record.Campaign, Words.OfNoCampaign, _campaigns, "event.campaign");
        yield return Day("day", Words.DayHeading, Record.Day, "event.day") with { IsRequired = true };
        yield return Text("place", Words.Place, Record.Place, "event.place");
        yield return Number("expected", Words.Expected, Record.HasExpected ? $"{Record.Expected}" : "", "event.expected") with { Group = Words.HowMany };
        yield return Number("attended", Words.Attended, Record.HasAttended ? $"{Record.Attended}" : "", "event.attended") with { Group = Words.HowMany };
        foreach (var sector in Enum.GetValues<Sector>().Skip(1))
        {
            var part = Record.Sectors.FirstOrDefault(each => each.Sector == sector);
            yield return Number($"sector-{sector}", Words.NameOf(sector), part is null ? "" : $"{part.Count}", "") with { Group = Words.OfThemBySector };
        }
        yield return Prose("outcome", Words.WhatCameOfIt, Record.Outcome, "event.outcome");
        yield return Shared(Record.Sharing, "event.sharing");
    }

    public override void Take(Typed typed)
    {
        Record.Name = typed.Text("name");
        (Record.Kind, Record.Campaign, Record.Day) = (typed.Choice<Kind>("kind"), typed["campaign"], typed["day"]);
        Record.Place = typed.Text("place");
        Record.ClearExpected();
        Record.ClearAttended();
        if (Count("expected") is { } expected)
            Record.Expected = expected;
        if (Count("attended") is { } attended)
            Record.Attended = attended;
        Record.Sectors.Clear();
        foreach (var sector in Enum.GetValues<Sector>().Skip(1))
            if (Count($"sector-{sector}") is { } count)
                Record.Sectors.Add(new CampaignEvent.Types.SectorPart { Sector = sector, Count = count });
        Record.Outcome = typed.Text("outcome");
        Record.Sharing = typed.Choice<Sharing>("sharing");
        if (Record.Event.Length == 0)
            Record.Event = MadeId.Of(Record.Name, "event", Taken);

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

    public override Task<Told> Save() => Calls.Write(_will.SaveEventAsync, new SaveEventRequest { Initiative = Asked.Id, Event = Record }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _will.RemoveEventAsync, new RemoveEventRequest { Initiative = Asked.Id, Event = Asked.Which, Revision = revision }, Asked.Cancelled);
}
