using System.Globalization;
using System.Threading.Channels;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Operator;

/// <summary>Looks at all that a node keeps, as of one moment, while the node goes on.</summary>
internal static class Verification
{
    private const int MostFaults = 1000;

    public static void Run(DocumentLog log, IReadOnlyList<ITableCheck> checks, ChannelWriter<VerifyProgress> answers, CancellationToken cancellationToken)
    {
        try
        {
            log.Read(reader =>
            {
                Run(reader, checks, answer => answers.WriteAsync(answer, cancellationToken).AsTask().GetAwaiter().GetResult());
                return true;
            });
            answers.Complete();
        }
        catch (Exception exception)
        {
            answers.Complete(exception);
            throw;
        }
    }

    private static void Run(LogReader reader, IReadOnlyList<ITableCheck> checks, Action<VerifyProgress> say)
    {
        var progress = new VerifyProgress { Documents = Documents(reader) };
        var walk = new LogWalk(reader);
        while (walk.Next() is var (walked, faults))
        {
            progress.Done += walked;
            say(new VerifyProgress(progress) { Faults = { faults } });
        }

        var last = new VerifyProgress(progress);
        foreach (var check in checks)
            last.Totals += check.Check(reader, fault =>
            {
                if (last.Faults.Count < MostFaults) last.Faults.Add(fault);
            });
        say(last);
    }

    private static long Documents(LogReader reader)
    {
        using var row = reader.Query("SELECT count(*) FROM documents");
        return row.Read() ? Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture) : 0;
    }
}
