using System.Globalization;
using CollectiveImpact.Nest.Arrival;
using CollectiveImpact.Nest.DataFolders;
using CollectiveImpact.Nest.Joining;
using CollectiveImpact.Nest.Output;
using CollectiveImpact.Nest.Processes;
using CollectiveImpact.NestFolder;
using CollectiveImpact.NestFolder.Requests;
using CollectiveImpact.NestLoading;
using CollectiveImpact.NestLoading.Progress;
using CollectiveImpact.V1;

namespace CollectiveImpact.Nest;

/// <summary>One run of the command: read the folder, start the processes, load, check or stay up, end.</summary>
internal sealed class NestRun(NestOptions options, Folder folder, ServicePlan plan, Supervisor supervisor, LoadMark mark, CallJournal journal, TimeProvider time)
{
    public static async Task<int> RunAsync(NestOptions options, TimeProvider time, CancellationToken stop)
    {
        // Nothing is started before the folder is known to be sound.
        var reading = Folder.Read(options.Folder);
        if (reading.Folder is null)
        {
            foreach (var fault in reading.Faults)
                await Console.Error.WriteLineAsync(fault.ToString());
            return ExitCodes.MalformedFolder;
        }
        try
        {
            using var data = DataFolder.Open(options.Data);
            var plan = ServicePlan.Create(data.Path, options.Port, options.SignIn, options.Gateway);
            await using var supervisor = new Supervisor(plan, data.Path, time);
            var run = new NestRun(options, reading.Folder, plan, supervisor, new(data, options.Folder), new(data), time);
            return await run.RunAsync(stop);
        }
        catch (Exception failure) when (failure is RunFailure or LoadFailure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return ExitCodes.Failed;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return options.Check ? ExitCodes.Failed : ExitCodes.Good;
        }
    }

    private async Task<int> RunAsync(CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var work = WorkAsync(end.Token);
        var up = supervisor.WhileUpAsync();
        if (await Task.WhenAny(work, up) == work)
            return await work;
        // A service that does not stay up is the reason why the work would fail too: that one is told.
        await end.CancelAsync();
        await ((Task)work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await up;
        return ExitCodes.Failed;
    }

    private async Task<int> WorkAsync(CancellationToken cancellationToken)
    {
        using var door = plan.Gateway.Folder is { } own ? new Door(own, time) : null;
        using var nest = new NestConnection(plan.Gateway.Address, door is null ? null : door.Say);
        IReadOnlyList<ArrivedFigure> figures = [];
        var took = TimeSpan.Zero;
        await Screen.ShowAsync(folder, async progress => (figures, took) = await LoadAsync(nest, progress, cancellationToken));
        var differ = figures.Count(figure => !figure.Matches);
        var outcome = string.Create(
            CultureInfo.InvariantCulture, $"{figures.Count} published figures, {figures.Count - differ} matched, {differ} differ");
        if (options.Check)
        {
            CheckTable.Write(Screen.Tables(), folder, figures);
            Console.WriteLine(Measured(took));
            Console.WriteLine(outcome);
            return differ == 0 ? ExitCodes.Good : ExitCodes.Failed;
        }
        Console.WriteLine(outcome);
        Console.WriteLine();
        Console.WriteLine($"The nest is up: {plan.Gateway.Address}/");
        foreach (var node in plan.Nodes)
            Console.WriteLine($"  {node.Name,-10} {node.Address}");
        if (door?.FirstAdministrator is { } address)
            Console.WriteLine($"Nobody administers it yet. This address makes the first administrator, once: {address}");
        Console.WriteLine("Ctrl+C ends it.");
        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
        return ExitCodes.Good;
    }

    private async Task<(IReadOnlyList<ArrivedFigure> Figures, TimeSpan Took)> LoadAsync(
        NestConnection nest, IStageProgress progress, CancellationToken cancellationToken)
    {
        var joining = new Invited(new(time));
        await joining.JoinAsync(plan.Provincial, Level.Provincial, plan.National, cancellationToken);
        await joining.JoinAsync(plan.Local, Level.Local, plan.Provincial, cancellationToken);
        var load = !mark.Stands;
        var loader = new Loader(nest, folder, new(time), progress);
        if (load)
            await loader.PrepareAsync(cancellationToken);
        var begun = time.GetTimestamp();
        if (load)
        {
            await loader.ImportAsync(cancellationToken);
            await loader.CallAsync(journal, cancellationToken);
            mark.Write();
        }
        var watch = new ArrivalWatch(nest, time, progress);
        var figures = await watch.WaitAsync(Expectations.Of(folder), loaded: load, cancellationToken);
        return (figures, time.GetElapsedTime(begun));
    }

    private string Measured(TimeSpan took)
    {
        var memory = supervisor.Services
            .Select(service => (service.Service.Name, Peak: service.ProcessId is { } id ? PeakMemory.Of(id) : null))
            .Where(service => service.Peak is not null)
            .Select(service => $"{service.Name} {service.Peak} MB")
            .ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"first observation to last figure {took.TotalSeconds:0.0} s")
            + (memory.Length > 0 ? $"; peak memory {string.Join(", ", memory)}" : "");
    }
}
