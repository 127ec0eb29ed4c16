namespace Grpc.Core;

/// <summary>
/// How a call ended. The numbers are those of the wire (header <c>grpc-status</c>).
/// See https://grpc.github.io/grpc/core/md_doc_statuscodes.html.
/// </summary>
public enum StatusCode
{
    /// <summary>Success.</summary>
    OK = 0,

    /// <summary>The caller gave up.</summary>
    Cancelled = 1,

    /// <summary>An error without a better name, such as an exception nobody handled.</summary>
    Unknown = 2,

    /// <summary>The request is wrong whatever the state of the server.</summary>
    InvalidArgument = 3,

    /// <summary>The time allowed ran out; the work may have been done all the same.</summary>
    DeadlineExceeded = 4,

    /// <summary>What was asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>What was to be created exists.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A quota, or the room on a disk, is used up.</summary>
    ResourceExhausted = 8,

    /// <summary>The state of the server does not allow it; asking again without a change is useless.</summary>
    FailedPrecondition = 9,

    /// <summary>A conflict with someone else's change; start over from reading.</summary>
    Aborted = 10,

    /// <summary>Past the end of what there is.</summary>
    OutOfRange = 11,

    /// <summary>The server has no such method.</summary>
    Unimplemented = 12,

    /// <summary>The server broke one of its own rules.</summary>
    Internal = 13,

    /// <summary>The server cannot be reached now; asking again later may help.</summary>
    Unavailable = 14,

    /// <summary>Data is lost for good.</summary>
    DataLoss = 15,

    /// <summary>The caller did not prove who it is.</summary>
    Unauthenticated = 16,
}
