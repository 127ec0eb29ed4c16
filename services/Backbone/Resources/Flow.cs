namespace CollectiveImpact.Backbone.Resources;

/// <summary>What a movement of money does to a fund. The numbers stand in the table, and are never given another meaning.</summary>
internal enum Flow
{
    /// <summary>Came from the source.</summary>
    Received = 1,

    /// <summary>Came by an allocation that was accepted.</summary>
    Accepted = 2,

    /// <summary>Came back, because an allocation was declined.</summary>
    Declined = 3,

    /// <summary>Came back from who had accepted an allocation.</summary>
    SentBack = 4,

    /// <summary>Went out by an allocation.</summary>
    Allocated = 5,

    /// <summary>Was spent.</summary>
    Spent = 6,

    /// <summary>Went back to the source.</summary>
    Refunded = 7,

    /// <summary>Went back to who had allocated it.</summary>
    Returned = 8,

    /// <summary>Was promised to somebody. It is in the fund still.</summary>
    Committed = 9,

    /// <summary>Met a commitment: spent, and no longer promised.</summary>
    Settled = 10,
}
