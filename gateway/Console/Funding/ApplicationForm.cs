using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Funding;

/// <summary>What a source is asked for.</summary>
internal sealed class ApplicationForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;

    private readonly Resources.ResourcesClient _resources = new(invoker);
    private Application _application = new();
    private IReadOnlyList<Choice> _needs = [];
    private IReadOnlyList<Choice> _funds = [];
    private IReadOnlyList<string> _taken = [];

    public override Side Side => Side.Resources;

    public override Function? Function => V1.Function.MobilizeResources;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeApplication : Words.AddApplication;

    public override string Revision { get => _application.Revision; set => _application.Revision = value; }

    public override async Task<Outcome> Load()
    {
        var listed = await Calls.Ask(_resources.ListApplicationsAsync, new ListApplicationsRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled);
        if (!listed.Has(out var applications))
            return listed.Outcome;
        _taken = [.. applications.Applications.Select(application => application.Application_)];
        if (Asked.Which.Length > 0 && !_taken.Contains(Asked.Which))
            return Outcome.NotFound;
        _application = applications.Applications.FirstOrDefault(application => application.Application_ == Asked.Which)?.Clone() ?? new Application { Source = Asked.Of };
        var needs = (await Calls.Ask(_resources.ListNeedsAsync, new ListNeedsRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled)).Value;
        var funds = (await Calls.Ask(_resources.ListFundsAsync, new ListFundsRequest { Initiative = Asked.Id, Source = _application.Source, PageSize = Most }, Asked.Cancelled)).Value;
        _needs = [.. (needs?.Needs ?? []).Select(need => Choice(need.Need_, need.Title))];
        _funds = [.. (funds?.Funds ?? []).Select(fund => Choice(fund.Fund_, fund.Name))];
        return Outcome.Given;
    }

    public override IEnumerable<Field> Fields() =>
    [
        Text("title", Words.TitleHeading, _application.Title, "application.title") with { IsRequired = true },
        .. Amounts.Fields(this, "amount", Words.AskedFor, _application.Amount, "application.amount"),
        Several("need", Words.Needs, _application.Needs, _needs, "application.needs"),
        Choose("state", Words.StatusHeading, _application.State, Words.NameOf, "application.state"),
        Day("submitted", Words.SubmittedHeading, _application.SubmittedOn, "application.submitted_on"),
        Day("decided", Words.DecidedHeading, _application.DecidedOn, "application.decided_on"),
        Prose("reason", Words.WhyDecided, _application.Reason, "application.reason"),
        OneOf("fund", Words.FundThatCame, _application.Fund, Words.NoneSet, _funds, "application.fund"),
        Shared(_application.Sharing, "application.sharing"),
    ];

    public override void Take(Typed typed)
    {
        _application.Title = typed.Text("title");
        _application.Amount = Amounts.Take(typed, "amount");
        _application.Needs.Clear();
        _application.Needs.Add(typed.All("need"));
        _application.State = typed.Choice<Application.Types.State>("state");
        (_application.SubmittedOn, _application.DecidedOn, _application.Fund) = (typed["submitted"], typed["decided"], typed["fund"]);
        _application.Reason = typed.Text("reason");
        _application.Sharing = typed.Choice<Sharing>("sharing");
        if (_application.Application_.Length == 0)
            _application.Application_ = MadeId.Of(_application.Title, "application", _taken);
    }

    public override Task<Told> Save() => Calls.Write(
        _resources.SaveApplicationAsync, new SaveApplicationRequest { Initiative = Asked.Id, Application = _application }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _resources.RemoveApplicationAsync, new RemoveApplicationRequest { Initiative = Asked.Id, Application = Asked.Which, Revision = revision }, Asked.Cancelled);
}
