using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.RecordForms;

/// <summary>What a record can say that it serves: the clauses of the initiative's agenda, and its indicators.</summary>
internal sealed record ServedChoices(IReadOnlyList<Choice> Clauses, IReadOnlyList<Choice> Indicators)
{
    private const int MostIndicators = 100;
    private const int LongestClause = 90;

    public static ServedChoices None { get; } = new([], []);

    /// <summary>Reads them. Where they can't be told, there is nothing to choose from, and the record can be written all the same.</summary>
    public static async Task<ServedChoices> Read(NestCalls calls, CallInvoker invoker, Asked asked)
    {
        var agreeing = calls.Ask(new CommonAgenda.CommonAgendaClient(invoker).GetAgendaAsync, new GetAgendaRequest { Initiative = asked.Id }, asked.Cancelled);
        var measuring = calls.ListIndicators(asked.Id, MostIndicators, after: "", asked.Cancelled);
        var (agenda, indicators) = ((await agreeing).Value, (await measuring).Value);
        return new(
            [.. (agenda?.Clauses ?? []).Select(clause => Clause(asked, clause))],
            [.. (indicators?.Indicators ?? []).Select(indicator => Indicator(asked, indicator))]);
    }

    private static Choice Indicator(Asked asked, Indicator indicator)
    {
        var name = asked.Edition.Name(indicator);
        return new(Links.KeyOf(indicator), name.Value, name.Foreign);
    }

    private static Choice Clause(Asked asked, Clause clause)
    {
        var text = Localized.Of(clause.Text, asked.Edition.Language, clause.Clause_);
        var words = text.Value.Length <= LongestClause ? text.Value : text.Value[..LongestClause] + "…";
        return new($"{asked.Id}/{clause.Clause_}", $"{clause.Number} {words}", text.Foreign);
    }
}
