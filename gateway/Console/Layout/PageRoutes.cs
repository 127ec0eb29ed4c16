using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CollectiveImpact.Console.Layout;

/// <summary>The addresses of the pages of one language.</summary>
/// <param name="pages">Where they begin.</param>
/// <param name="hasPeople">Whether people sign in at this host: nobody else has pages of their own, and sends forms.</param>
internal sealed class PageRoutes(RouteGroupBuilder pages, bool hasPeople)
{
    public static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private readonly RouteGroupBuilder _forms = pages.MapGroup("").AddEndpointFilter(SentForms.Check);

    /// <summary>A page for everybody.</summary>
    public void Read(string address, Delegate answer) => pages.MapMethods(address, Reading, answer);

    /// <summary>A page for who is known.</summary>
    public void ReadOwn(string address, Delegate answer, params object[] metadata)
    {
        if (hasPeople)
            pages.MapMethods(address, Reading, answer).WithMetadata(metadata);
    }

    /// <summary>Where a form is sent.</summary>
    public void Send(string address, Delegate answer, params object[] metadata)
    {
        if (hasPeople)
            _forms.MapPost(address, answer).WithMetadata(metadata);
    }

    /// <summary>A form that is shown and sent at one address.</summary>
    public void Form(string address, Delegate show, Delegate send, params object[] metadata)
    {
        ReadOwn(address, show, metadata);
        Send(address, send, metadata);
    }

    /// <summary>The same where one answers both.</summary>
    public void Form(string address, Delegate answer) => Form(address, answer, answer);
}
