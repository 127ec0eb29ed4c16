using System.Globalization;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>What a look from an offer has to know of an answer without reading it.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Words">The words that were answered, as their hash in base 64.</param>
/// <param name="OwnCampaign">The campaign that was made of it; empty for none.</param>
internal readonly record struct AdaptationMark(Adaptation.Types.Answer Answer, string Words, string OwnCampaign)
{
    public static AdaptationMark Of(Adaptation adaptation) => new(adaptation.Answer, adaptation.OfWords.ToBase64(), adaptation.OwnCampaign);

    public static AdaptationMark Read(string text)
    {
        var parts = text.Split(' ');
        return new AdaptationMark((Adaptation.Types.Answer)int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2]);
    }

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{(int)Answer} {Words} {OwnCampaign}");
}
