using System.Globalization;
using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>Which tenure a charter's document is about, as its id says.</summary>
/// <param name="Initiative">Whose function it is.</param>
/// <param name="Function">Which.</param>
/// <param name="Epoch">Of the tenure that is proposed, answered or released; 0 of a release where nobody has held the function yet.</param>
/// <param name="Proposer">Of an answer: whose proposal is answered.</param>
internal sealed record CharterKey(string Initiative, Function Function, long Epoch, string Proposer = "")
{
    /// <summary>The id in full: <c>initiative/function/epoch</c>, for an answer with <c>/proposer</c>.</summary>
    public string Id => string.Join('/', (string[])[Initiative, Functions.Name(Function), Epoch.ToString(CultureInfo.InvariantCulture), .. Proposer.Length > 0 ? new[] { Proposer } : []]);

    public static CharterKey? Read(StoredDocument document) => document.Content.Id.Split('/') switch
    {
        // What a release ends may be that nobody has ever held it.
        [var initiative, var function, var epoch] => Of(initiative, function, epoch, "", first: document.Content.Kind == ReleaseKind.Kind ? 0 : 1),
        [var initiative, var function, var epoch, var proposer] => Of(initiative, function, epoch, proposer, first: 1),
        _ => null,
    };

    private static CharterKey? Of(string initiative, string function, string epoch, string proposer, long first) =>
        Functions.Parse(function) is { } parsed
        && long.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= first
            ? new CharterKey(initiative, parsed, number, proposer)
            : null;
}
