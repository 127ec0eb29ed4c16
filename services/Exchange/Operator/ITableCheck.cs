using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Operator;

/// <summary>Looks whether what is kept beside the log follows from it.</summary>
public interface ITableCheck
{
    /// <summary>Works out anew what is kept.</summary>
    /// <param name="reader">The database, as of one moment.</param>
    /// <param name="fault">Is told what is wrong.</param>
    /// <returns>How many totals were added up; 0 where the table holds none.</returns>
    long Check(LogReader reader, Action<VerifyFault> fault);
}
