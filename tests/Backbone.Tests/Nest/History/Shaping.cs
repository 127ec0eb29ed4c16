using CollectiveImpact.Backbone.Tests.Network;
using Answer = CollectiveImpact.V1.InitiativeSuccession.Types.Answer;
using Successor = CollectiveImpact.V1.InitiativeSuccession.Types.Successor;

namespace CollectiveImpact.Backbone.Tests.Nest.History;

/// <summary>Short words for what tests say of a nest's shape.</summary>
internal static class Shaping
{
    public static InitiativeSuccession Passing(string day, params (string Into, string Weight)[] into) => new()
    {
        Day = day,
        Successors = { into.Select(each => new Successor { Initiative = each.Into, Weight = each.Weight }) },
        Basis = new Text { En = "Households, census of 2021", Fr = "Ménages, recensement de 2021" },
    };

    public static async Task<InitiativeSuccession> Pass(this TestNode node, string initiative, InitiativeSuccession succession) =>
        await node.History.SaveSuccessionAsync(new SaveSuccessionRequest { Initiative = initiative, Succession = succession });

    public static async Task<InitiativeSuccession> Answer(
        this TestNode node, string successor, InitiativeSuccession succession, Answer answer = V1.InitiativeSuccession.Types.Answer.Accepted, string reason = "") =>
        await node.History.AnswerSuccessionAsync(new AnswerSuccessionRequest
        {
            Successor = successor,
            Initiative = succession.Initiative,
            Day = succession.Day,
            Revision = succession.Revision,
            Answer = answer,
            Reason = reason.Length == 0 ? null : new Text { En = reason },
        });

    /// <summary>Says that an initiative passes, and has all accept it, at one node.</summary>
    public static async Task PassAccepted(this TestNode node, string initiative, string day, params (string Into, string Weight)[] into)
    {
        var succession = await node.Pass(initiative, Passing(day, into));
        foreach (var (successor, _) in into.Where(each => each.Into != initiative)) await node.Answer(successor, succession);
    }

    public static async Task<RestatedSeries> Restated(this TestNode node, string initiative, string day = "", string indicator = TestNest.Indicator) =>
        await node.Measurement.GetRestatedSeriesAsync(new GetRestatedSeriesRequest { Initiative = initiative, Indicator = indicator, Day = day });

    /// <summary>Restated figures by period, as text: `2020 40, 2021 50`.</summary>
    public static string Figures(this RestatedSeries series) => string.Join(", ", series.Points.Select(point => $"{point.AsWas.Period} {point.Value}"));

    public static async Task<Restatement> ExplainRestated(this TestNode node, string initiative, string period, string day = "", int pageSize = 0, string pageToken = "") =>
        await node.Measurement.ExplainRestatementAsync(new ExplainRestatementRequest
        {
            Initiative = initiative,
            Indicator = TestNest.Indicator,
            Period = period,
            Day = day,
            PageSize = pageSize,
            PageToken = pageToken,
        });

    public static async Task Move(this TestNode node, string initiative, string from, string to, string day) =>
        await node.History.MoveInitiativeAsync(new MoveInitiativeRequest { Initiative = initiative, FromParent = from, ToParent = to, Day = day });
}
