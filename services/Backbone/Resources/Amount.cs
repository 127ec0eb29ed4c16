using System.Globalization;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>Amounts of money as whole numbers of a currency's smallest unit: exact, and added without rounding.</summary>
internal static class Amount
{
    /// <summary>Digits before the point that one amount has at most: nine thousand of the largest still add up in 64 bits.</summary>
    private const int MostDigits = 12;

    /// <summary>Reads an amount as a caller writes it: zero or more.</summary>
    public static CallFault? Read(string field, Money? money, out long units)
    {
        units = 0;
        if (money is null) return CallFault.Invalid(field, "is missing; give an amount and its currency");
        return Currency.Fault($"{field}.currency", money.Currency) ?? Read($"{field}.amount", money.Amount, money.Currency, out units);
    }

    /// <summary>The same of one that has to be more than nothing.</summary>
    public static CallFault? ReadPositive(string field, Money? money, out long units) => Read(field, money, out units)
        ?? (units > 0 ? null : CallFault.Invalid($"{field}.amount", $"is {money!.Amount}; give more than zero"));

    /// <summary>Reads an amount that was found right before.</summary>
    public static long Stored(Money money) => Read("", money, out var units) is null
        ? units
        : throw new FormatException($"`{Check.Shown(money.Amount)}` `{Check.Shown(money.Currency)}` is no amount of money");

    public static Money Of(long units, string currency) => new() { Amount = Write(units, currency), Currency = currency };

    /// <summary>The same amount with all digits of its currency, so that one amount is written one way; what is none, as it is.</summary>
    public static Money Normal(Money money) => Read("", money, out var units) is null ? Of(units, money.Currency) : money;

    /// <summary>With all digits of its currency: `1200.50`.</summary>
    public static string Write(long units, string currency)
    {
        var digits = Currency.Digits(currency);
        var text = Int128.Abs(units).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        return (units < 0 ? "-" : "") + (digits == 0 ? text : $"{text[..^digits]}.{text[^digits..]}");
    }

    private static CallFault? Read(string field, string text, string currency, out long units)
    {
        units = 0;
        var point = text.IndexOf('.');
        var (whole, rest) = point < 0 ? (text, "") : (text[..point], text[(point + 1)..]);
        if (whole.Length == 0 || (point >= 0 && rest.Length == 0) || whole.AsSpan().ContainsAnyExceptInRange('0', '9') || rest.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return CallFault.Invalid(field, text.Length == 0
                ? "is empty; give an amount, like `1200.50`"
                : $"`{Check.Shown(text)}` is no amount; write digits, and a `.` before the fraction, like `1200.50`; it can't be less than zero");
        var digits = Currency.Digits(currency);
        (whole, rest) = (whole.TrimStart('0'), rest.TrimEnd('0'));
        if (whole.Length > MostDigits || rest.Length > digits)
            return CallFault.Invalid(field, $"`{Check.Shown(text)}` has too many digits; {currency} has {digits} after the point, and at most {MostDigits} are taken before it");
        units = long.Parse("0" + whole + rest.PadRight(digits, '0'), NumberStyles.None, CultureInfo.InvariantCulture);
        return null;
    }
}
