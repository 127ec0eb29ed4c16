using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Agenda.Ratifying;

/// <summary>What a ratifier says to a clause, as it stands in the form.</summary>
/// <param name="Wording">In the page's language, as the reason.</param>
public sealed record TypedAnswer(string Clause, ClauseAnswer.Types.Answer Answer, string Wording, string Reason)
{
    public static TypedAnswer Of(string clause, ClauseAnswer? answer, Language language) => new(
        clause, answer?.Answer ?? ClauseAnswer.Types.Answer.Unspecified, In(answer?.Wording, language), In(answer?.Reason, language));

    internal static TypedAnswer Read(IFormCollection form, string clause) => new(
        clause,
        Enum.TryParse<ClauseAnswer.Types.Answer>(form[$"answer-{clause}"], out var answer) ? answer : ClauseAnswer.Types.Answer.Unspecified,
        form[$"wording-{clause}"].ToString().Trim(),
        form[$"reason-{clause}"].ToString().Trim());

    /// <summary>What is to be said; null where nothing is answered.</summary>
    /// <param name="before">What was answered before: its words in the other language stay.</param>
    internal ClauseAnswer? Said(Edition edition, ClauseAnswer? before) => Answer == ClauseAnswer.Types.Answer.Unspecified
        ? null
        : new ClauseAnswer
        {
            Clause = Clause,
            Answer = Answer,
            Wording = Answer == ClauseAnswer.Types.Answer.Adapts ? edition.Text(Wording, before?.Wording) : null,
            Reason = edition.Text(Reason, before?.Reason),
        };

    private static string In(Text? text, Language language) => (language == Language.French ? text?.Fr : text?.En) ?? "";
}
