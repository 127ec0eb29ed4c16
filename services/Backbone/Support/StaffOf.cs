using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.ListRolesResponse.Types;

namespace CollectiveImpact.Backbone.Support;

/// <summary>What roles add up to, exactly.</summary>
internal static class StaffOf
{
    /// <param name="roles">All of one backbone.</param>
    /// <param name="day">Those count that there are on this day.</param>
    public static Staff On(IEnumerable<BackboneRole> roles, string day)
    {
        var (staff, all, filled) = (new Staff(), Figure.Zero, Figure.Zero);
        HashSet<Function> served = [];
        foreach (var role in roles.Where(role => IsThere(role, day)))
        {
            staff.Positions += role.Positions;
            staff.Filled += role.Filled;
            (all, filled) = (all + Times(role, role.Positions), filled + Times(role, role.Filled));
            if (role.Filled > 0) served.UnionWith(role.Functions);
        }

        (staff.FullTime, staff.FullTimeFilled) = (all.ToString(), filled.ToString());
        staff.Unserved.Add(Functions.All.Where(function => !served.Contains(function)));
        return staff;
    }

    public static bool IsThere(BackboneRole role, string day) =>
        (role.Since.Length == 0 || string.CompareOrdinal(role.Since, day) <= 0) && (role.Until.Length == 0 || string.CompareOrdinal(day, role.Until) <= 0);

    private static Figure Times(BackboneRole role, int positions) => new(Figure.Stored(role.FullTime).Billionths * positions);
}
