using Grpc.Core;

namespace CollectiveImpact.Console.RecordForms;

/// <summary>How a call that writes ended.</summary>
/// <param name="Field">The field of the request that is at fault, as a path; empty where it is none of one.</param>
/// <param name="Message">What is wrong, in English.</param>
/// <param name="Holder">The initiative that holds the function, where the fault is that.</param>
internal sealed record Told(StatusCode Status, string Field = "", string Message = "", string Holder = "")
{
    public static Told Done { get; } = new(StatusCode.OK);
}
