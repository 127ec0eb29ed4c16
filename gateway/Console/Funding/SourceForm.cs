using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Funding;

/// <summary>Who gives, or might.</summary>
internal sealed class SourceForm(CallInvoker invoker) : RecordForm<Source>(source => source.Source_)
{
    private readonly Resources.ResourcesClient _resources = new(invoker);

    public override Side Side => Side.Resources;

    public override Function? Function => V1.Function.MobilizeResources;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeSource : Words.AddSource;

    public override string Hint => Words.SourceHint;

    public override Task<Outcome> Load() =>
        Find(_resources.ListSourcesAsync, new ListSourcesRequest { Initiative = Asked.Id, PageSize = Most }, answer => answer.Sources);

    public override IEnumerable<Field> Fields() =>
    [
        Text("name", Words.Name, Record.Name, "source.name") with { IsRequired = true },
        Choose("kind", Words.KindHeading, Record.Kind, Words.NameOf, "source.kind"),
        Prose("terms", Words.Terms, Record.Terms, "source.terms"),
        Shared(Record.Sharing, "source.sharing"),
    ];

    public override void Take(Typed typed)
    {
        Record.Name = typed.Text("name");
        Record.Kind = typed.Choice<Source.Types.Kind>("kind");
        Record.Terms = typed.Text("terms");
        Record.Sharing = typed.Choice<Sharing>("sharing");
        if (Record.Source_.Length == 0)
            // An id travels with what names it; a person's name does not.
            Record.Source_ = MadeId.Of(Record.Kind == Source.Types.Kind.Person ? null : Record.Name, "source", Taken);
    }

    public override Task<Told> Save() => Calls.Write(_resources.SaveSourceAsync, new SaveSourceRequest { Initiative = Asked.Id, Source = Record }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _resources.RemoveSourceAsync, new RemoveSourceRequest { Initiative = Asked.Id, Source = Asked.Which, Revision = revision }, Asked.Cancelled);
}
