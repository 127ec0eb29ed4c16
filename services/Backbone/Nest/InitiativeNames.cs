using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest;

/// <summary>What an initiative is called, by day.</summary>
internal sealed class InitiativeNames
{
    private const int Most = 50;

    private readonly List<(DateOnly? From, Text Name)> _names;

    private InitiativeNames(List<(DateOnly? From, Text Name)> names) => _names = names;

    /// <summary>The names, the first first.</summary>
    public IEnumerable<DatedName> All => _names.Select(each => new DatedName { From = each.From.Written(), Name = each.Name });

    public Text On(DateOnly day) => _names.FindLast(each => !(each.From > day)).Name;

    public static InitiativeNames Read(InitiativeRecord record) =>
        new([(null, record.Name), .. record.Renamed.Select(each => (UtcDay.Read(each.From), each.Name))]);

    /// <summary>What is wrong with the names of a record.</summary>
    public static CallFault? Fault(InitiativeRecord record)
    {
        if (Check.Name("name", record.Name) is { } fault) return fault;
        if (record.Renamed.Count > Most) return CallFault.Invalid("renamed", $"has {record.Renamed.Count} entries; at most {Most} later names are kept");
        for (var i = 0; i < record.Renamed.Count; i++)
        {
            var (field, renamed) = ($"renamed[{i}]", record.Renamed[i]);
            if ((Check.RequiredDay($"{field}.from", renamed.From) ?? Check.Name($"{field}.name", renamed.Name)) is { } wrong) return wrong;
            if (i > 0 && string.CompareOrdinal(renamed.From, record.Renamed[i - 1].From) <= 0)
                return CallFault.Invalid($"{field}.from", $"{renamed.From} does not come after {record.Renamed[i - 1].From}; names stand in the order of their days");
        }

        return null;
    }
}
