using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Funding;

/// <summary>Who gives, or might.</summary>
internal sealed class SourceForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;

    private readonly Resources.ResourcesClient _resources = new(invoker);
    private Source _source = new();
    private IReadOnlyList<string> _taken = [];

    public override Side Side => Side.Resources;

    public override Function? Function => V1.Function.MobilizeResources;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeSource : Words.AddSource;

    public override string Hint => Words.SourceHint;

    public override string Revision { get => _source.Revision; set => _source.Revision = value; }

    public override async Task<Outcome> Load()
    {
        var listed = await Calls.Ask(_resources.ListSourcesAsync, new ListSourcesRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled);
        if (!listed.Has(out var sources))
            return listed.Outcome;
        _taken = [.. sources.Sources.Select(source => source.Source_)];
        if (Asked.Which.Length > 0 && !_taken.Contains(Asked.Which))
            return Outcome.NotFound;
        _source = sources.Sources.FirstOrDefault(source => source.Source_ == Asked.Which)?.Clone() ?? new();
        return Outcome.Given;
    }

    public override IEnumerable<Field> Fields() =>
    [
        Text("name", Words.Name, _source.Name, "source.name") with { IsRequired = true },
        Choose("kind", Words.KindHeading, _source.Kind, Words.NameOf, "source.kind"),
        Prose("terms", Words.Terms, _source.Terms, "source.terms"),
        Shared(_source.Sharing, "source.sharing"),
    ];

    public override void Take(Typed typed)
    {
        _source.Name = typed.Text("name");
        _source.Kind = typed.Choice<Source.Types.Kind>("kind");
        _source.Terms = typed.Text("terms");
        _source.Sharing = typed.Choice<Sharing>("sharing");
        if (_source.Source_.Length == 0)
            // An id travels with what names it; a person's name does not.
            _source.Source_ = MadeId.Of(_source.Kind == Source.Types.Kind.Person ? null : _source.Name, "source", _taken);
    }

    public override Task<Told> Save() => Calls.Write(_resources.SaveSourceAsync, new SaveSourceRequest { Initiative = Asked.Id, Source = _source }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _resources.RemoveSourceAsync, new RemoveSourceRequest { Initiative = Asked.Id, Source = Asked.Which, Revision = revision }, Asked.Cancelled);
}
