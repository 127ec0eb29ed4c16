using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>Stores the items of an import, or says what would come of it. Each method runs within an operation on the log.</summary>
internal sealed class Importing(Reporting reporting)
{
    private const int MostFaults = 1_000, MostChanges = 10_000;

    /// <exception cref="RpcException">An item is refused: nothing of the import stands.</exception>
    public ImportResponse Store(LogTransaction transaction, IReadOnlyList<ImportRequest> items)
    {
        var response = new ImportResponse { Items = items.Count };
        for (var i = 0; i < items.Count; i++)
        {
            var (changed, fault, code) = Store(transaction, items[i]);
            if (fault is not null) new CallFault(code, fault.Field, fault.Message, fault.Holder).Within($"items[{i}]").Throw();
            if (changed) response.Changed++;
        }

        return response;
    }

    /// <summary>What is wrong with each item, and what each would change. What it writes is not meant to stand.</summary>
    public ImportResponse Check(LogTransaction transaction, IReadOnlyList<ImportRequest> items)
    {
        var response = new ImportResponse { Items = items.Count };
        for (var i = 0; i < items.Count && response.Faults.Count < MostFaults; i++)
        {
            var before = items[i].ItemCase == ImportRequest.ItemOneofCase.Report ? reporting.Standing(transaction, items[i].Report) : [];
            var (changed, fault, _) = Store(transaction, items[i]);
            if (fault is not null) response.Faults.Add(new ImportFault { Item = i, Field = fault.Field, Message = fault.Message, Holder = fault.Holder });
            if (!changed) continue;
            response.Changed++;
            if (response.Changes.Count < MostChanges) response.Changes.Add(new ImportChange { Item = i, Before = { before } });
        }

        return response;
    }

    private (bool Changed, Fault? Fault, StatusCode Code) Store(LogTransaction transaction, ImportRequest item)
    {
        try
        {
            return item.ItemCase switch
            {
                ImportRequest.ItemOneofCase.Report => (reporting.Report(transaction, item.Report).Changed, null, StatusCode.OK),
                ImportRequest.ItemOneofCase.Published => (reporting.Publish(transaction, item.Published), null, StatusCode.OK),
                _ => (false, new Fault { Field = "report", Message = "is missing; an item is a report or a published figure" }, StatusCode.InvalidArgument),
            };
        }
        catch (RpcException exception) when (exception.Trailers.GetValueBytes(CallFault.Trailer) is { } bytes)
        {
            var fault = Fault.Parser.ParseFrom(bytes);
            var path = item.ItemCase == ImportRequest.ItemOneofCase.Published ? "published" : "report";
            fault.Field = fault.Field.Length == 0 ? path : $"{path}.{fault.Field}";
            return (false, fault, exception.StatusCode);
        }
    }
}
