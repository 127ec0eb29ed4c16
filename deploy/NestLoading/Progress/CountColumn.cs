using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CollectiveImpact.NestLoading.Progress;

/// <summary>How many of how many, beside a bar.</summary>
internal sealed class CountColumn : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(
        task.IsStarted ? string.Create(CultureInfo.InvariantCulture, $"{task.Value:N0} of {task.MaxValue:N0}") : "").RightJustified();
}
