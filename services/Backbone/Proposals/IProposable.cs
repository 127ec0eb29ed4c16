using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Proposals;

/// <summary>What can be proposed so that it is done as soon as it is accepted. Fields of faults are named from within the change.</summary>
internal interface IProposable
{
    /// <summary>Which change it is.</summary>
    Change.ChangeOneofCase Case { get; }

    /// <summary>The function that it needs.</summary>
    Function Function { get; }

    /// <summary>What is wrong with a change by itself, wherever it is looked at.</summary>
    CallFault? Fault(string initiative, Change change);

    /// <summary>Why a change that is right by itself can't be done as things stand at the holder's node; null when it can.</summary>
    CallFault? Hindrance(LogTransaction transaction, NodeStanding standing, string initiative, Change change);

    /// <summary>Does what nothing hinders, as the holder of the function, and says what came of it: `indicator ca/rent`.</summary>
    /// <param name="transaction">The operation.</param>
    /// <param name="standing">What stands.</param>
    /// <param name="epoch">Of the holder's tenure.</param>
    /// <param name="initiative">To which it is done.</param>
    /// <param name="change">What to do.</param>
    string Do(LogTransaction transaction, NodeStanding standing, long epoch, string initiative, Change change);
}
