using System.Text.RegularExpressions;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Agenda;

/// <summary>The shape of an agenda's clauses, and of its quorum.</summary>
internal static partial class ClauseList
{
    private const int Most = 300, LongestNumber = 20, MostBytes = 512 << 10;

    public static CallFault? Fault(IReadOnlyList<Clause> clauses)
    {
        if (clauses.Count > Most) return CallFault.Invalid("clauses", $"has {clauses.Count} entries; an agenda has at most {Most}");
        if (clauses.Sum(clause => clause.CalculateSize()) is var bytes and > MostBytes)
            return CallFault.Invalid("clauses", $"is {bytes} bytes long; an agenda's clauses have at most {MostBytes} together");
        HashSet<string> ids = [], numbers = [];
        for (var i = 0; i < clauses.Count; i++)
        {
            var (field, clause) = ($"clauses[{i}]", clauses[i]);
            if (Fault(field, clause) is { } fault) return fault;
            if (!ids.Add(clause.Clause_)) return CallFault.Invalid($"{field}.clause", $"`{clause.Clause_}` is there twice; give each clause an id of its own");
            if (!numbers.Add(clause.Number)) return CallFault.Invalid($"{field}.number", $"{clause.Number} is there twice; give each clause a number of its own");
        }

        return null;
    }

    /// <summary>What is wrong with a clause by itself.</summary>
    public static CallFault? Fault(string field, Clause clause) =>
        Check.Id($"{field}.clause", clause.Clause_)
        ?? Number($"{field}.number", clause.Number)
        ?? Check.Known($"{field}.kind", clause.Kind)
        ?? Check.Required($"{field}.text", clause.Text);

    public static CallFault? Fault(Quorum? quorum) => quorum is null
        ? CallFault.Invalid("quorum", "is missing; say how many of a hundred ratifiers must have answered, and how many must agree")
        : Percent("quorum.answered_percent", quorum.AnsweredPercent) ?? Percent("quorum.agreed_percent", quorum.AgreedPercent);

    /// <summary>The order of numbers as people count: `2`, `2.1`, `2.10`, `10`.</summary>
    public static int Order(string number, string other) => string.CompareOrdinal(Sorted(number), Sorted(other));

    private static string Sorted(string number) => string.Join('.', number.Split('.').Select(part => part.PadLeft(LongestNumber, '0')));

    private static CallFault? Percent(string field, int percent) =>
        percent is >= 1 and <= 100 ? null : CallFault.Invalid(field, $"is {percent}; give 1 to 100");

    private static CallFault? Number(string field, string number) => number.Length <= LongestNumber && NumberForm().IsMatch(number)
        ? null
        : CallFault.Invalid(field, $"`{Check.Shown(number)}` is no clause's number; write digits and lower-case letters with `.` between them, like `2.1`, at most {LongestNumber} characters");

    [GeneratedRegex("^[a-z0-9]+(?:\\.[a-z0-9]+)*\\z")]
    private static partial Regex NumberForm();
}
