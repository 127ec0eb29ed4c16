using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.RecordForms;

/// <summary>Who may write for an initiative: the staff of whoever holds the function.</summary>
internal sealed class Writers(NestCalls calls)
{
    /// <summary>Whether the reader may write, so that forms are offered.</summary>
    /// <param name="function">The function whose holder writes; null where the initiative itself does.</param>
    public async Task<bool> Include(Edition edition, string initiative, Function? function, CancellationToken cancellationToken)
    {
        if (edition.Visitor is not { IsSignedIn: true } visitor)
            return false;
        if (function is null)
            return visitor.IsStaffOf(initiative);
        return (await calls.GetFunctionMap(initiative, cancellationToken)).Value.WriterOf(function.Value) is { Length: > 0 } writer && visitor.IsStaffOf(writer);
    }
}
