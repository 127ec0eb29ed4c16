using System.Globalization;
using CollectiveImpact.Exchange.Calls;

namespace CollectiveImpact.Backbone.Records;

/// <summary>The ids of records: one id, or several with `/` between them where a record is about others.</summary>
internal static class RecordId
{
    /// <summary>What is wrong with an id in full.</summary>
    public static CallFault? Fault(string field, string id)
    {
        foreach (var part in id.Split('/'))
            if (Check.Id(field, part) is { } fault) return fault;
        return null;
    }

    /// <summary>What is wrong with the name of another initiative's record: `initiative/id`.</summary>
    public static CallFault? ReferenceFault(string field, string reference) => reference.Split('/') is [var initiative, var id]
        ? Check.Id(field, initiative) ?? Check.Id(field, id)
        : CallFault.Invalid(field, $"`{Check.Shown(reference)}` names nothing; write the initiative, `/`, and the id of what is meant");

    /// <summary>A record's revision as callers know it: `0.3`.</summary>
    public static string Revision(long epoch, long revision) => string.Create(CultureInfo.InvariantCulture, $"{epoch}.{revision}");

    /// <summary>The two parts of such a name, which is right.</summary>
    public static (string Initiative, string Id) Parts(string reference)
    {
        var slash = reference.IndexOf('/');
        return (reference[..slash], reference[(slash + 1)..]);
    }
}
