using CollectiveImpact.Backbone.Records;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>What barriers, asks and positions name, as it stands in the table of references.</summary>
internal static class PolicyTopic
{
    /// <summary>Named by every barrier, by every barrier that says what it is like, and by every ask: so they can be gone through over the nest.</summary>
    public const string Barriers = "barriers", Alike = "barriers-alike", Asks = "asks";

    /// <summary>What a barrier stands in the way of begins so. Other records name clauses too; these are barriers' alone.</summary>
    public const string InTheWay = "in-the-way ";

    /// <summary>The word by which an ask's grounds name a barrier.</summary>
    public const string TakenUp = "taken-up";

    public static string Clause(string reference) => InTheWay + Topic.Of("clause", reference);

    public static string Indicator(string reference) => InTheWay + Topic.Of("indicator", reference);

    public static string Barrier(string reference) => Topic.Of(TakenUp, reference);

    public static string Stage(V1.PolicyAsk.Types.Stage stage) => $"ask-stage {(int)stage}";

    public static string Instrument(V1.PolicyAsk.Types.Instrument instrument) => $"ask-instrument {(int)instrument}";

    /// <summary>The ask on which positions are taken.</summary>
    public static string On(string initiative, string ask) => Topic.Of("position-on", initiative, ask);
}
