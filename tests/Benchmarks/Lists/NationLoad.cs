using CollectiveImpact.Benchmarks.Nodes;
using CollectiveImpact.V1;
using Grpc.Net.Client;

namespace CollectiveImpact.Benchmarks.Lists;

/// <summary>Loads the nest, the initiatives above before those that name what they have.</summary>
internal sealed class NationLoad(RunningNodes nodes, NestSize size, CancellationToken cancellationToken)
{
    public const int Indicators = 20, Clauses = 100, Ratifiers = 300, Threads = 300;
    public const string Period = "2026";

    private const int Partners = 300, Activities = 100, ProvinceClauses = 40, ProvinceActivities = 50, AtOnce = 64;

    private static readonly Function[] Held = [Function.GuideVisionAndStrategy, Function.SupportAlignedActivities, Function.EstablishSharedMeasurement];

    private readonly LoadProgress _progress = new();

    public static string Indicator(int number) => $"indicator-{number}";

    public async Task RunAsync()
    {
        using var national = GrpcChannel.ForAddress(nodes.Plan.National.Address);
        using var provincial = GrpcChannel.ForAddress(nodes.Plan.Provincial.Address);
        using var local = GrpcChannel.ForAddress(nodes.Plan.Local.Address);
        await RegisterAsync(national, provincial, local);
        _progress.Say($"{size.Locals + NestSize.Provinces + 1:#,0} initiatives registered");

        var nation = new Told(new Clients(national), NestSize.Nation, 0, size.Of(Partners), Clauses, _progress, cancellationToken);
        var above = new Above(NestSize.Nation, Clauses, size.Of(Activities));
        await NationAsync(nation, new Clients(national));
        await ArrivedAsync();
        await Parallel.ForAsync(0, NestSize.Provinces, cancellationToken, async (number, _) => await ProvinceAsync(new Clients(provincial), number, above));
        await ArrivedAsync();
        _progress.Say("the nation and its provinces are loaded");
        await Parallel.ForAsync(
            0, size.Locals, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (number, _) => await LocalAsync(new Clients(local), number, above));
        _progress.Say($"{_progress.Written:#,0} documents written, {_progress.Rate:#,0}/s");
        await ArrivedAsync();
        await AnswerAsync(nation, new Clients(national));
        await ArrivedAsync();
        _progress.Say("everything has arrived");
    }

    private async Task RegisterAsync(GrpcChannel national, GrpcChannel provincial, GrpcChannel local)
    {
        await Registration.RegisterAsync(national, NestSize.Nation, Level.National, null, Held, cancellationToken);
        foreach (var province in size.AllProvinces)
            await Registration.RegisterAsync(provincial, province, Level.Provincial, NestSize.Nation, Held, cancellationToken);
        await Parallel.ForAsync(
            0, size.Locals, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (number, cancel) => await Registration.RegisterAsync(local, NestSize.Local(number), Level.Local, NestSize.Province(number), Held, cancel));
        await ArrivedAsync();
    }

    private async Task NationAsync(Told nation, Clients clients)
    {
        for (var i = 0; i < Indicators; i++)
        {
            await nation.Say(clients.Measurement.DefineIndicatorAsync, new DefineIndicatorRequest
            {
                Initiative = NestSize.Nation,
                Indicator = new Indicator { Indicator_ = Indicator(i), Name = Words.Name($"Indicator {i}"), Kind = V1.Indicator.Types.Kind.Count, PeriodKind = V1.Indicator.Types.PeriodKind.Year },
            });
        }

        await nation.PartnersAsync();
        for (var version = 1; version <= 2; version++) await nation.AgendaAsync(version, size.Of(Ratifiers));
        await nation.ActivitiesAsync(size.Of(Activities), size.Of(Activities), null);
        await nation.ChannelsAsync(5, size.Of(Threads), 0);
        await nation.MeetingsAsync(size.Of(50));
        await nation.NewsAsync(size.Of(200), 0, size.Of(20));
    }

    private async Task ProvinceAsync(Clients clients, int number, Above above)
    {
        var province = new Told(clients, NestSize.Province(number), number, size.Of(60), ProvinceClauses, _progress, cancellationToken);
        await province.PartnersAsync();
        await province.AgendaAsync(1, size.Of(30));
        await province.ActivitiesAsync(size.Of(ProvinceActivities), size.Of(20), above);
        await province.AlignAsync(size.Of(10), above);
        await province.ChannelsAsync(3, size.Of(20), 2);
        await province.MeetingsAsync(size.Of(20));
        await province.NewsAsync(size.Of(40), size.Of(20), size.Of(5));
        await province.ProposeAsync(size.Of(2));
    }

    // A hundred documents, its record, its alignment, its charter and what comes in force included.
    private async Task LocalAsync(Clients clients, int number, Above above)
    {
        var local = new Told(clients, NestSize.Local(number), number, size.Of(15), 12, _progress, cancellationToken);
        await local.PartnersAsync();
        await local.AgendaAsync(1, size.Of(4));
        await local.ActivitiesAsync(size.Of(30), size.Of(10), above);
        await local.AlignAsync(size.Of(5), above);
        await local.ChannelsAsync(2, size.Of(2), 1);
        // Half of them in one thread that everybody reads.
        for (var i = 0; i < size.PostsEach; i++)
            await local.PostAsync(NestSize.Nation, i % 2 == 0 ? "t0" : $"t{(number * 7 + i) % size.Of(Threads)}");
        await local.MeetingsAsync(size.Of(4));
        await local.NewsAsync(1, size.Of(3), 1);
        await local.ProposeAsync(size.Of(2));
        await local.ReportAsync(Indicator(0), Period, number);
    }

    /// <summary>What comes after the locals have spoken: a version from which clauses drift, and answers to every tenth.</summary>
    private async Task AnswerAsync(Told nation, Clients clients)
    {
        await nation.AgendaAsync(3, size.Of(Ratifiers));
        for (var number = 0; number < size.Locals; number += 10)
        {
            var proposal = await clients.Proposals.GetProposalAsync(new GetProposalRequest { By = NestSize.Local(number), Proposal = "r0" }, cancellationToken: cancellationToken);
            await nation.Say(clients.Proposals.AnswerProposalAsync, new AnswerProposalRequest
            {
                Initiative = NestSize.Nation,
                Function = proposal.Function,
                By = proposal.By,
                Proposal = proposal.Proposal,
                Revision = proposal.Revision,
                State = ChangeProposal.Types.State.Declined,
                Reason = Words.Paragraph(1),
            });
        }
    }

    /// <summary>Waits until each node has what the others wrote.</summary>
    private async Task ArrivedAsync()
    {
        foreach (var service in nodes.Plan.Nodes.Reverse().Concat(nodes.Plan.Nodes))
        {
            using var channel = RunningNodes.Channel(service.Address);
            var client = new V1.Nest.NestClient(channel);
            while (true)
            {
                var links = (await client.ListLinksAsync(new ListLinksRequest(), cancellationToken: cancellationToken)).Links;
                if (links.FirstOrDefault(link => link.Refused > 0) is { } refused) throw new InvalidOperationException($"{service.Name}: {refused.Refused} documents were refused");
                if (links.All(link => link.Acknowledged >= link.Head)) break;
                await Task.Delay(100, cancellationToken);
            }
        }
    }
}
