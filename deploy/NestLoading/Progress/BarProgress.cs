using Spectre.Console;

namespace CollectiveImpact.NestLoading.Progress;

/// <summary>A bar for each stage, in a terminal.</summary>
public sealed class BarProgress : IStageProgress
{
    private readonly Dictionary<Stage, ProgressTask> bars;

    private BarProgress(ProgressContext context, IEnumerable<Stage> stages) =>
        bars = stages.ToDictionary(stage => stage, stage => context.AddTask(stage.Words, autoStart: false));

    /// <summary>Runs something that goes through stages, and shows a bar for each, in their order.</summary>
    public static Task RunAsync(IAnsiConsole console, IEnumerable<Stage> stages, Func<IStageProgress, Task> work) => console.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new CountColumn(), new ElapsedTimeColumn())
        .StartAsync(context => work(new BarProgress(context, stages)));

    /// <inheritdoc/>
    public void Begin(Stage stage, long total)
    {
        bars[stage].MaxValue = total;
        bars[stage].StartTask();
    }

    /// <inheritdoc/>
    public void Advance(Stage stage, long count) => bars[stage].Increment(count);
}
