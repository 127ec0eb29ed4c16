using CollectiveImpact.V1;

namespace CollectiveImpact.Console.People;

/// <summary>An invitation that nobody has taken up yet.</summary>
/// <param name="Partner">For whom a partner's person is to act; else empty.</param>
/// <param name="Until">When it ends by itself.</param>
public sealed record OpenInvitation(long Number, Role Role, string Partner, DateTimeOffset Until);
