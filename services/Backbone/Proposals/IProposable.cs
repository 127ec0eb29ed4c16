using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Proposals;

/// <summary>What can be proposed so that it is done as soon as it is accepted.</summary>
internal interface IProposable
{
    /// <summary>Which change it is.</summary>
    Change.ChangeOneofCase Case { get; }

    /// <summary>The function that it needs.</summary>
    Function Function { get; }

    /// <summary>What is wrong with a change by itself.</summary>
    CallFault? Fault(Change change);

    /// <summary>Does it, as the holder of the function, and says what came of it: `indicator ca/rent`.</summary>
    string Do(LogTransaction transaction, string initiative, Change change);
}
