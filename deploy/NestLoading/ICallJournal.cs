using CollectiveImpact.NestFolder.Calls;

namespace CollectiveImpact.NestLoading;

/// <summary>Remembers which calls of a folder were made, so that a load that is begun again does not say them twice.</summary>
public interface ICallJournal
{
    /// <summary>Whether an earlier load has made a call, word for word.</summary>
    bool WasMade(CallRow call);

    /// <summary>Notes that it is made.</summary>
    void Note(CallRow call);
}
