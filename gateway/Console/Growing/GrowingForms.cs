using CollectiveImpact.Console.Forms;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Growing;

/// <summary>Between the forms of the page and what they say. Each field is named after its form: <c>phase/ca.day</c>.</summary>
internal static class GrowingForms
{
    /// <summary>How the names of fields end that hold what was read.</summary>
    public const string Read = ".read";

    /// <summary>What the forms hold before anybody types.</summary>
    public static TypedForm Standing(IEnumerable<NestPhase> phases, IEnumerable<PlannedHandOver> plans, IEnumerable<PlannedHandOver> toJudge, string initiative)
    {
        var typed = new TypedForm();
        foreach (var phase in phases)
            typed.Add(GrowingModel.KeyOf(phase) + ".phase", phase.Phase.ToString()).Add(GrowingModel.KeyOf(phase) + Read, $"{phase.Number}");
        foreach (var plan in plans)
        {
            var key = GrowingModel.KeyOf(plan);
            typed.Add(key + ".day", plan.Day).Add(key + ".judge", plan.Judge).Add(key + ".ready", plan.ReadyWhen).Add(key + Read, plan.Revision);
        }

        foreach (var plan in toJudge)
        {
            var key = GrowingModel.JudgeKeyOf(plan);
            typed.Add(key + ".ready", plan.Judgement is { Ready: true } ? "yes" : "no").Add(key + ".reason", plan.Judgement?.Reason).Add(key + Read, plan.Revision);
        }

        return typed.Add(GrowingModel.NewPlan + ".judge", initiative);
    }

    public static MovePhaseRequest Phase(TypedForm typed, string key, string initiative) => new()
    {
        Initiative = initiative, Parent = key["phase/".Length..], Phase = typed.Choice<NestPhase.Types.Phase>(key + ".phase"), Since = typed[key + ".day"],
        Reason = typed.TextOrNone(key + ".reason"), Number = int.TryParse(typed[key + Read], out var number) ? number : 0,
    };

    public static PlanHandOverRequest Plan(TypedForm typed, string key, string initiative) => new()
    {
        Initiative = initiative,
        Plan = new PlannedHandOver
        {
            Function = FunctionOf(typed, key), Day = typed[key + ".day"], Judge = typed[key + ".judge"], ReadyWhen = typed.TextOrNone(key + ".ready"), Revision = typed[key + Read],
        },
    };

    public static RemovePlannedHandOverRequest Drop(TypedForm typed, string key, string initiative) =>
        new() { Initiative = initiative, Function = FunctionOf(typed, key), Revision = typed[key + Read] };

    public static JudgeReadinessRequest Judge(TypedForm typed, string key, string initiative) => new()
    {
        Judge = initiative, Initiative = key.Split('/')[1], Function = Named(key.Split('/')[^1]), Revision = typed[key + Read],
        Ready = typed[key + ".ready"] == "yes", Reason = typed.TextOrNone(key + ".reason"),
    };

    // A plan that stands is of the function that its form is named after.
    private static Function FunctionOf(TypedForm typed, string key) =>
        key == GrowingModel.NewPlan ? typed.Choice<Function>(key + ".function") : Named(key.Split('/')[^1]);

    private static Function Named(string function) => Enum.TryParse<Function>(function, out var named) ? named : Function.Unspecified;
}
