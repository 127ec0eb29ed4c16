using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>How many activities of a level and a status.</summary>
internal readonly record struct Tally(Level Level, Activity.Types.Status Status, int Count);
