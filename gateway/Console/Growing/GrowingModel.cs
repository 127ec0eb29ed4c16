using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Growing;

/// <summary>What the page of an initiative's way from nest to flight shows.</summary>
/// <param name="Phases">How it stands with each initiative above it.</param>
/// <param name="Below">How those below it stand with it.</param>
/// <param name="Plans">Functions that it is to take over.</param>
/// <param name="ToJudge">Plans of others of which it says whether they are ready.</param>
/// <param name="MayWrite">Whether whoever reads may write for it.</param>
/// <param name="Typed">What stands in the forms, each field under the key of its form.</param>
public sealed record GrowingModel(
    Initiative Initiative, IReadOnlyList<NestPhase> Phases, IReadOnlyList<NestPhase> Below, IReadOnlyList<PlannedHandOver> Plans,
    IReadOnlyList<PlannedHandOver> ToJudge, Names Names, bool MayWrite, TypedForm Typed)
{
    /// <summary>The form by which another hand-over is planned.</summary>
    public const string NewPlan = "plan";

    /// <summary>Who can judge whether it is ready: itself, and those above it.</summary>
    public IEnumerable<string> Judges => Initiative.Alignments.Select(alignment => alignment.Parent).Distinct().Prepend(Initiative.Initiative_);

    public static string KeyOf(NestPhase phase) => $"phase/{phase.Parent}";

    public static string KeyOf(PlannedHandOver plan) => $"plan/{plan.Function}";

    public static string JudgeKeyOf(PlannedHandOver plan) => $"judge/{plan.Initiative}/{plan.Function}";
}
