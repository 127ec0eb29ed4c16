using CollectiveImpact.Console.People;
using Microsoft.AspNetCore.Authentication;

namespace CollectiveImpact.Gateway.People.Providers;

/// <summary>What somebody is sent to the provider for, as it travels there and back: sealed, so that nobody reads or changes it.</summary>
/// <param name="Person">Who connects the provider; else empty.</param>
internal sealed record Errand(ProviderErrand Said, string Person)
{
    private const string Goal = "nest.goal", Back = "nest.back", Then = "nest.then", Code = "nest.code", Who = "nest.person";

    public AuthenticationProperties Seal() => new(new Dictionary<string, string?>
    {
        [Goal] = Said.Goal.ToString(), [Back] = Said.Back, [Then] = Said.Then, [Code] = Said.Code, [Who] = Person,
    });

    /// <summary>Null where that is no errand of this gateway.</summary>
    public static Errand? Open(AuthenticationProperties? properties) =>
        properties is { Items: var items } && items.TryGetValue(Goal, out var said) && Enum.TryParse<ProviderGoal>(said, out var goal)
            ? new(new(goal, items[Back] ?? "", items[Then] ?? "", items[Code] ?? ""), items[Who] ?? "")
            : null;
}
