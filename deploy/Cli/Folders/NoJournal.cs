using CollectiveImpact.NestFolder.Calls;
using CollectiveImpact.NestLoading;

namespace CollectiveImpact.Cli.Folders;

/// <summary>The tool keeps nothing beside a nest that it calls: what stands there is told by the nest itself.</summary>
internal sealed class NoJournal : ICallJournal
{
    public bool WasMade(CallRow call) => false;

    public void Note(CallRow call)
    {
    }
}
