using CollectiveImpact.Console.Campaigns;
using CollectiveImpact.Console.Funding;
using CollectiveImpact.Console.Learning;
using CollectiveImpact.Console.Policies;
using CollectiveImpact.Console.Together;

namespace CollectiveImpact.Console.RecordForms;

/// <summary>The forms that there are, each below its side.</summary>
internal static class WritingForms
{
    public static IReadOnlyList<(Side Side, string Name, FormMaker Make)> All { get; } =
    [
        (Side.Learning, "targets", (asked, calls, invoker) => new TargetsForm(invoker) { Asked = asked, Calls = calls }),
        (Side.Learning, "story", (asked, calls, invoker) => new StoryForm(invoker) { Asked = asked, Calls = calls }),
        (Side.Learning, "crosswalk", (asked, calls, invoker) => new CrosswalkForm(invoker) { Asked = asked, Calls = calls }),
        (Side.Policy, "barrier", (asked, calls, invoker) => new BarrierForm(invoker) { Asked = asked, Calls = calls }),
        (Side.Policy, "ask", (asked, calls, invoker) => new AskForm(invoker) { Asked = asked, Calls = calls }),
        (Side.Policy, "move", (asked, calls, invoker) => new MoveForm(invoker) { Asked = asked, Calls = calls }),
        (Side.Policy, "position", (asked, calls, invoker) => new PositionForm(invoker) { Asked = asked, Calls = calls }),
        (Side.PublicWill, "campaign", (asked, calls, invoker) => new CampaignForm(invoker) { Asked = asked, Calls = calls }),
        (Side.PublicWill, "message", (asked, calls, invoker) => new MessageForm(invoker) { Asked = asked, Calls = calls }),
        (Side.PublicWill, "event", (asked, calls, invoker) => new EventForm(invoker) { Asked = asked, Calls = calls }),
        (Side.PublicWill, "reach", (asked, calls, invoker) => new ReachForm(invoker) { Asked = asked, Calls = calls }),
        (Side.PublicWill, "offer", (asked, calls, invoker) => new OfferForm(invoker) { Asked = asked, Calls = calls }),
        (Side.PublicWill, "endorsement", (asked, calls, invoker) => new EndorsementForm(invoker) { Asked = asked, Calls = calls }),
        (Side.Resources, "need", (asked, calls, invoker) => new NeedForm(invoker) { Asked = asked, Calls = calls }),
        (Side.Resources, "source", (asked, calls, invoker) => new SourceForm(invoker) { Asked = asked, Calls = calls }),
        (Side.Resources, "application", (asked, calls, invoker) => new ApplicationForm(invoker) { Asked = asked, Calls = calls }),
        (Side.Resources, "gift", (asked, calls, invoker) => new GiftForm(invoker) { Asked = asked, Calls = calls }),
        (Side.Resources, "fund", (asked, calls, invoker) => new FundForm(invoker) { Asked = asked, Calls = calls }),
        (Side.Resources, "entry", (asked, calls, invoker) => new EntryForm(invoker) { Asked = asked, Calls = calls }),
        (Side.Resources, "allocation", (asked, calls, invoker) => new AllocationForm(invoker) { Asked = asked, Calls = calls }),
        (Side.Resources, "answer", (asked, calls, invoker) => new AnswerForm(invoker) { Asked = asked, Calls = calls }),
    ];
}
