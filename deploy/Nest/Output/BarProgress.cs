using Spectre.Console;

namespace CollectiveImpact.Nest.Output;

/// <summary>A bar for each stage, in a terminal.</summary>
internal sealed class BarProgress(ProgressContext context) : ILoadProgress
{
    private readonly Dictionary<Stage, ProgressTask> bars = new()
    {
        [Stage.Initiatives] = context.AddTask("initiatives registered", autoStart: false),
        [Stage.Observations] = context.AddTask("observations imported", autoStart: false),
        [Stage.Figures] = context.AddTask("figures arrived", autoStart: false),
    };

    public static Task RunAsync(Func<ILoadProgress, Task> load) => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new CountColumn(), new ElapsedTimeColumn())
        .StartAsync(context => load(new BarProgress(context)));

    public void Begin(Stage stage, int total)
    {
        bars[stage].MaxValue = total;
        bars[stage].StartTask();
    }

    public void Advance(Stage stage, int count) => bars[stage].Increment(count);
}
