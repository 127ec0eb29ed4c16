using System.Collections.Immutable;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>The indicators that this node knows, by who defines them.</summary>
internal sealed class IndicatorState(ImmutableDictionary<string, ImmutableSortedDictionary<string, Indicator>> byDefiner)
{
    private static readonly ImmutableSortedDictionary<string, Indicator> None =
        ImmutableSortedDictionary.Create<string, Indicator>(StringComparer.Ordinal);

    public static IndicatorState Empty { get; } = new(ImmutableDictionary<string, ImmutableSortedDictionary<string, Indicator>>.Empty);

    public Indicator? Find(string definer, string indicator) => DefinedBy(definer).GetValueOrDefault(indicator);

    public ImmutableSortedDictionary<string, Indicator> DefinedBy(string definer) => byDefiner.GetValueOrDefault(definer, None);

    public IndicatorState With(Indicator indicator) =>
        new(byDefiner.SetItem(indicator.Initiative, DefinedBy(indicator.Initiative).SetItem(indicator.Indicator_, indicator)));

    public IndicatorState Without(string definer, string indicator) =>
        new(byDefiner.SetItem(definer, DefinedBy(definer).Remove(indicator)));

    /// <summary>
    /// The indicator that a caller means: `definer/indicator`, or an id alone, looked for at the initiative and then at
    /// those it is aligned with, the nearest first.
    /// </summary>
    public CallFault? Resolve(NestState nest, string initiative, string field, string name, out Indicator indicator)
    {
        indicator = null!;
        var slash = name.IndexOf('/');
        if (slash >= 0)
        {
            var (definer, id) = (name[..slash], name[(slash + 1)..]);
            if ((Check.Id(field, definer) ?? Check.Id(field, id)) is { } malformed) return malformed;
            indicator = Find(definer, id)!;
            return indicator is not null ? null : CallFault.NotFound(field, $"{definer} defines no indicator `{id}` that is known here");
        }

        if (Check.Id(field, name) is { } fault) return fault;
        foreach (var definer in nest.Ancestors(initiative).Prepend(initiative))
        {
            if (Find(definer, name) is not { } found) continue;
            indicator = found;
            return null;
        }

        return CallFault.NotFound(field, $"neither {initiative} nor any initiative that it is aligned with defines an indicator `{name}`; define it (SharedMeasurement.DefineIndicator), or check its id");
    }
}
