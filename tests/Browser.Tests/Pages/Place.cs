using System.Net;

namespace CollectiveImpact.Browser.Tests.Pages;

/// <summary>One page of the console.</summary>
/// <param name="Path">Its address after the language.</param>
/// <param name="Reader">Who looks at it.</param>
/// <param name="Picture">The name of its picture; null for one that looks like another.</param>
/// <param name="Status">What it answers with.</param>
public sealed record Place(string Path, Reader Reader, string? Picture = null, HttpStatusCode Status = HttpStatusCode.OK);

/// <summary>Who looks at a page.</summary>
public enum Reader
{
    /// <summary>Nobody who is signed in.</summary>
    Public,

    /// <summary>Who administers the gateway, and so sees every form.</summary>
    Administrator,

    /// <summary>Staff of Harbourton's backbone.</summary>
    Staff,

    /// <summary>A partner's person, at Harbourton.</summary>
    Partner,
}
