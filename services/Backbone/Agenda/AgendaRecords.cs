using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>What is kept of agendas.</summary>
internal sealed class AgendaRecords : IKinds
{
    public AgendaRecords(TimeProvider time)
    {
        var (draft, version, force) = (new AgendaDraftKind(time), new AgendaVersionKind(time), new AgendaForceKind(time));
        var (ratification, alignment) = (new RatificationKind(time), new ClauseAlignmentKind(time));
        Kinds = [draft, version, ratification, force, alignment];
        Drafts = new RecordSet<AgendaDraft>("draft", draft);
        Versions = new RecordSet<AgendaVersion>("version", version);
        Ratifications = new RecordSet<Ratification>("ratification", ratification);
        Alignments = new RecordSet<ClauseAlignment>("alignment", alignment);
    }

    public IReadOnlyList<IKind> Kinds { get; }

    public RecordSet<AgendaDraft> Drafts { get; }

    public RecordSet<AgendaVersion> Versions { get; }

    public RecordSet<Ratification> Ratifications { get; }

    public RecordSet<ClauseAlignment> Alignments { get; }
}
