using System.Globalization;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>What records of backbones and their support name, as it stands in the table of references.</summary>
internal static class SupportTopic
{
    /// <summary>Named by every role, by those of which a position is vacant, and by every assessment: so they can be gone through over the nest.</summary>
    public const string Roles = "backbone-roles", Vacant = "backbone-roles-vacant", Assessments = "backbone-assessments";

    /// <summary>The words by which what was given names its plan, and a judgement the plan that it judges.</summary>
    public const string HoursWord = "support-hours", DayWord = "support-day", JudgedWord = "support-judged";

    public static string RoleFor(Function function) => string.Create(CultureInfo.InvariantCulture, $"backbone-role-for {(int)function}");

    /// <summary>Plans of a giver, and plans for a child.</summary>
    public static string From(string giver) => $"support-from {giver}";

    public static string For(string child) => $"support-for {child}";

    public static string HoursOf(string giver, string plan) => Topic.Of(HoursWord, giver, plan);

    public static string DayOf(string giver, string plan) => Topic.Of(DayWord, giver, plan);

    public static string Judged(string plan) => Topic.Of(JudgedWord, plan);
}
