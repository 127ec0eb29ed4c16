using Microsoft.AspNetCore.Http.Features;

namespace CollectiveImpact.Gateway.PassThrough;

/// <summary>
/// Takes the place of resetting the stream. Where an answer breaks off, the proxy would reset it, and the caller
/// would read an internal error; there is still time to say in the trailers what happened.
/// </summary>
internal sealed class DeferredReset : IHttpResetFeature
{
    public bool IsAsked { get; private set; }

    public void Reset(int errorCode) => IsAsked = true;
}
