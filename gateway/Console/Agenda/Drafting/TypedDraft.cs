using System.Globalization;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.V1;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Agenda.Drafting;

/// <summary>A draft of an agenda as it stands in the form, in both languages.</summary>
/// <param name="Answered">Percent of the ratifiers that must answer.</param>
/// <param name="Agreed">Percent of them that must agree to each clause.</param>
/// <param name="Revision">Of the draft that was read; empty for the first.</param>
public sealed record TypedDraft(string TitleEn, string TitleFr, string Answered, string Agreed, IReadOnlyList<TypedClause> Clauses, string Revision)
{
    private const int UsualAnswered = 75, UsualAgreed = 60;

    public static TypedDraft Of(AgendaDraft? draft) => new(
        draft?.Title?.En ?? "",
        draft?.Title?.Fr ?? "",
        Percent(draft?.Quorum?.AnsweredPercent ?? UsualAnswered),
        Percent(draft?.Quorum?.AgreedPercent ?? UsualAgreed),
        [.. (draft?.Clauses ?? []).Select(clause => new TypedClause(clause.Clause_, clause.Number, clause.Kind, clause.Text?.En ?? "", clause.Text?.Fr ?? ""))],
        draft?.Revision ?? "");

    internal static TypedDraft Read(IFormCollection form)
    {
        var clauses = Enumerable.Range(0, form["number"].Count).Select(i => new TypedClause(
            At("clause", i), At("number", i), Enum.TryParse<Clause.Types.Kind>(At("kind", i), out var kind) ? kind : Clause.Types.Kind.Goal, At("en", i), At("fr", i)));
        return new(One("title-en"), One("title-fr"), One("answered"), One("agreed"), [.. clauses], One("revision"));

        string One(string name) => form[name].ToString().Trim();
        string At(string name, int place) => place < form[name].Count ? (form[name][place] ?? "").Trim() : "";
    }

    /// <summary>With a few more clauses to fill in.</summary>
    public TypedDraft WithBlank(int count) => this with { Clauses = [.. Clauses, .. Enumerable.Repeat(TypedClause.Blank, count)] };

    /// <summary>What is to be saved. A clause without any words is left out; the rest stand in the order of their numbers.</summary>
    public AgendaDraft Draft()
    {
        var draft = new AgendaDraft { Quorum = new Quorum { AnsweredPercent = Whole(Answered), AgreedPercent = Whole(Agreed) } };
        if (TitleEn.Length + TitleFr.Length > 0)
            draft.Title = new Text { En = TitleEn, Fr = TitleFr };
        var taken = Clauses.Select(clause => clause.Clause).ToHashSet();
        foreach (var clause in Clauses.Where(clause => !clause.IsBlank).OrderBy(clause => clause.Number, ClauseNumbers.InOrder))
        {
            var id = clause.Clause.Length > 0 ? clause.Clause : MadeId.Of(new Text { En = clause.En, Fr = clause.Fr }, "clause", taken);
            taken.Add(id);
            draft.Clauses.Add(new Clause { Clause_ = id, Number = clause.Number, Kind = clause.Kind, Text = new Text { En = clause.En, Fr = clause.Fr } });
        }

        return draft;
    }

    private static int Whole(string typed) => int.TryParse(typed.TrimEnd('%', ' ', '\u00A0'), NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : 0;

    private static string Percent(int percent) => percent.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A clause as it stands in the form.</summary>
/// <param name="Clause">Its id; empty for a new one.</param>
public sealed record TypedClause(string Clause, string Number, Clause.Types.Kind Kind, string En, string Fr)
{
    public static TypedClause Blank { get; } = new("", "", V1.Clause.Types.Kind.Goal, "", "");

    public bool IsBlank => En.Length + Fr.Length == 0;
}
