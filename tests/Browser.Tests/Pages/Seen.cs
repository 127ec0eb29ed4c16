namespace CollectiveImpact.Browser.Tests.Pages;

/// <summary>What was seen of a page.</summary>
/// <param name="Faults">What axe finds in light and dark.</param>
/// <param name="Wide">What stands beyond the smallest phone's edge.</param>
/// <param name="Elsewhere">Addresses of others that it asks.</param>
/// <param name="Complaints">What the browser says of it: broken policies, files that are missing.</param>
/// <param name="FirstVisit">The bytes that come over the wire, headers among them, when nothing of it is kept yet.</param>
/// <param name="LaterVisit">The bytes when it is opened again.</param>
internal sealed record Seen(
    IReadOnlyList<string> Faults, IReadOnlyList<string> Wide, IReadOnlyList<string> Elsewhere, IReadOnlyList<string> Complaints, long FirstVisit, long LaterVisit);
