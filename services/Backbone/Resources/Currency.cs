using System.Collections.Frozen;
using CollectiveImpact.Exchange.Calls;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>Currencies by their codes, and how many digits of an amount come after the point. Source: ISO 4217, list one.</summary>
internal static class Currency
{
    private const int UsualDigits = 2;

    private static readonly FrozenSet<string> Usual = Codes(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE
        CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR
        KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB
        PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY
        TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG
        """);

    private static readonly FrozenSet<string> Whole = Codes("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF");

    private static readonly FrozenSet<string> Thousandths = Codes("BHD IQD JOD KWD LYD OMR TND");

    public static CallFault? Fault(string field, string code) => Usual.Contains(code) || Whole.Contains(code) || Thousandths.Contains(code)
        ? null
        : CallFault.Invalid(field, code.Length == 0
            ? "is missing; give the currency's code by ISO 4217, like `CAD`"
            : $"`{Check.Shown(code)}` is no currency; give its code by ISO 4217, like `CAD`");

    /// <summary>Digits after the point.</summary>
    public static int Digits(string code) => Whole.Contains(code) ? 0 : Thousandths.Contains(code) ? 3 : UsualDigits;

    private static FrozenSet<string> Codes(string codes) => codes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
