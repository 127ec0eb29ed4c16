using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Funding;

/// <summary>What a source is asked for.</summary>
internal sealed class ApplicationForm(CallInvoker invoker) : RecordForm<Application>(application => application.Application_)
{
    private readonly Resources.ResourcesClient _resources = new(invoker);
    private IReadOnlyList<Choice> _needs = [];
    private IReadOnlyList<Choice> _funds = [];

    public override Side Side => Side.Resources;

    public override Function? Function => V1.Function.MobilizeResources;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeApplication : Words.AddApplication;

    public override async Task<Outcome> Load()
    {
        var outcome = await Find(
            _resources.ListApplicationsAsync, new ListApplicationsRequest { Initiative = Asked.Id, PageSize = Most }, answer => answer.Applications,
            new Application { Source = Asked.Of });
        if (outcome != Outcome.Given)
            return outcome;
        var needs = (await Calls.Ask(_resources.ListNeedsAsync, new ListNeedsRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled)).Value;
        var funds = (await Calls.Ask(_resources.ListFundsAsync, new ListFundsRequest { Initiative = Asked.Id, Source = Record.Source, PageSize = Most }, Asked.Cancelled)).Value;
        _needs = [.. (needs?.Needs ?? []).Select(need => Choice(need.Need_, need.Title))];
        _funds = [.. (funds?.Funds ?? []).Select(fund => Choice(fund.Fund_, fund.Name))];
        return Outcome.Given;
    }

    public override IEnumerable<Field> Fields() =>
    [
        Text("title", Words.TitleHeading, Record.Title, "application.title") with { IsRequired = true },
        .. Amounts.Fields(this, "amount", Words.AskedFor, Record.Amount, "application.amount"),
        Several("need", Words.Needs, Record.Needs, _needs, "application.needs"),
        Choose("state", Words.StatusHeading, Record.State, Words.NameOf, "application.state"),
        Day("submitted", Words.SubmittedHeading, Record.SubmittedOn, "application.submitted_on"),
        Day("decided", Words.DecidedHeading, Record.DecidedOn, "application.decided_on"),
        Prose("reason", Words.WhyDecided, Record.Reason, "application.reason"),
        OneOf("fund", Words.FundThatCame, Record.Fund, Words.NoneSet, _funds, "application.fund"),
        Shared(Record.Sharing, "application.sharing"),
    ];

    public override void Take(Typed typed)
    {
        Record.Title = typed.Text("title");
        Record.Amount = Amounts.Take(typed, "amount");
        Record.Needs.Clear();
        Record.Needs.Add(typed.All("need"));
        Record.State = typed.Choice<Application.Types.State>("state");
        (Record.SubmittedOn, Record.DecidedOn, Record.Fund) = (typed["submitted"], typed["decided"], typed["fund"]);
        Record.Reason = typed.Text("reason");
        Record.Sharing = typed.Choice<Sharing>("sharing");
        if (Record.Application_.Length == 0)
            Record.Application_ = MadeId.Of(Record.Title, "application", Taken);
    }

    public override Task<Told> Save() => Calls.Write(
        _resources.SaveApplicationAsync, new SaveApplicationRequest { Initiative = Asked.Id, Application = Record }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _resources.RemoveApplicationAsync, new RemoveApplicationRequest { Initiative = Asked.Id, Application = Asked.Which, Revision = revision }, Asked.Cancelled);
}
