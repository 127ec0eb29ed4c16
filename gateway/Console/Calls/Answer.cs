using System.Diagnostics.CodeAnalysis;

namespace CollectiveImpact.Console.Calls;

/// <summary>
/// What came of a call: the message, or why there is none.
/// </summary>
internal readonly record struct Answer<T>(Outcome Outcome, T? Value, Absence Absence)
    where T : class
{
    public bool Has([NotNullWhen(true)] out T? value)
    {
        value = Value;
        return Outcome == Outcome.Given && value is not null;
    }

    public Answer<TOther> As<TOther>(Func<T, TOther> change)
        where TOther : class =>
        new(Outcome, Value is null ? null : change(Value), Absence);
}
