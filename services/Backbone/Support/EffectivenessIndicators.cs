using CollectiveImpact.V1;
using static CollectiveImpact.V1.Function;

namespace CollectiveImpact.Backbone.Support;

/// <summary>
/// By what an effective backbone is known: 27 indicators, grouped by its six functions as FSG groups its own in
/// "Understanding the Value of Backbone Organizations" (2012). The wording is ours. Ids are never given another meaning.
/// </summary>
internal static class EffectivenessIndicators
{
    public static IReadOnlyList<EffectivenessIndicator> All { get; } =
    [
        Of(GuideVisionAndStrategy, "vision-in-the-same-words", "Partners describe the change they seek in the same words", "Les partenaires décrivent dans les mêmes mots le changement qu’ils cherchent"),
        Of(GuideVisionAndStrategy, "vision-in-partners-plans", "Partners’ own plans follow the common agenda", "Les plans propres aux partenaires suivent le programme commun"),
        Of(GuideVisionAndStrategy, "vision-shaped-by-those-affected", "Those who are most affected shape the agenda, and do not only comment on it", "Les personnes les plus touchées façonnent le programme, sans seulement le commenter"),
        Of(GuideVisionAndStrategy, "vision-clear-decisions", "It is clear who decides what, and what was decided is kept to", "On sait qui décide de quoi, et ce qui est décidé est respecté"),
        Of(GuideVisionAndStrategy, "vision-that-learns", "The strategy changes when what was learned says so", "La stratégie change quand ce qu’on a appris le demande"),
        Of(SupportAlignedActivities, "activities-that-fit", "Partners know how their work fits with that of the others", "Les partenaires savent comment leur travail s’accorde avec celui des autres"),
        Of(SupportAlignedActivities, "activities-without-gaps", "Gaps and duplicates are found, and something is done about them", "Les lacunes et les doublons sont repérés, et l’on y remédie"),
        Of(SupportAlignedActivities, "activities-begun-together", "Partners begin together what none of them would alone", "Les partenaires entreprennent ensemble ce qu’aucun ne ferait seul"),
        Of(SupportAlignedActivities, "activities-unblocked", "What stands in a partner’s way is soon taken up", "Ce qui bloque un partenaire est vite pris en charge"),
        Of(SupportAlignedActivities, "activities-followed-up", "Meetings end with who does what by when, and it is done", "Les réunions se terminent par qui fait quoi et pour quand, et cela se fait"),
        Of(EstablishSharedMeasurement, "measures-agreed", "Partners have agreed on a few measures, and on what each means", "Les partenaires s’entendent sur quelques mesures et sur le sens de chacune"),
        Of(EstablishSharedMeasurement, "measures-on-time", "Figures come on time, and partners trust them", "Les données arrivent à temps, et les partenaires s’y fient"),
        Of(EstablishSharedMeasurement, "measures-read-together", "Figures are read together, and decisions follow from them", "Les données sont lues ensemble, et des décisions en découlent"),
        Of(EstablishSharedMeasurement, "measures-within-reach", "Partners have the people and tools to gather and read their figures", "Les partenaires ont les gens et les outils pour recueillir et lire leurs données"),
        Of(EstablishSharedMeasurement, "measures-handled-with-care", "Figures about people are kept with care, and given back to them", "Les données sur les personnes sont gardées avec soin et leur sont rendues"),
        Of(BuildPublicWill, "will-known", "People of the place know what the initiative is for", "Les gens du milieu savent à quoi sert l’initiative"),
        Of(BuildPublicWill, "will-first-voices", "Those who live what it is about speak for it in public", "Celles et ceux qui vivent la situation en parlent en public"),
        Of(BuildPublicWill, "will-same-message", "Partners bring the same messages to their own audiences", "Les partenaires portent les mêmes messages auprès de leurs publics"),
        Of(BuildPublicWill, "will-champions", "People who are listened to stand up for the cause", "Des personnes écoutées défendent la cause"),
        Of(AdvancePolicy, "policy-agreed-asks", "Partners agree on the few changes that they ask of public bodies", "Les partenaires s’entendent sur les quelques changements qu’ils demandent aux pouvoirs publics"),
        Of(AdvancePolicy, "policy-consulted", "Public bodies ask the initiative before they decide", "Les pouvoirs publics consultent l’initiative avant de décider"),
        Of(AdvancePolicy, "policy-changed", "Rules or public budgets changed as the partners had asked", "Des règles ou des budgets publics ont changé comme le demandaient les partenaires"),
        Of(AdvancePolicy, "policy-in-practice", "Institutions work otherwise than before, and not on paper alone", "Les institutions travaillent autrement, et pas seulement sur papier"),
        Of(MobilizeResources, "resources-for-the-backbone", "The backbone is paid for a year ahead and more", "Le soutien est financé pour un an d’avance et plus"),
        Of(MobilizeResources, "resources-that-follow", "What funders and public bodies spend follows the agenda", "Ce que dépensent les bailleurs de fonds et les pouvoirs publics suit le programme"),
        Of(MobilizeResources, "resources-from-many", "Money comes from several sources, and none could end the work by leaving", "L’argent vient de plusieurs sources, et aucune ne pourrait tout arrêter en partant"),
        Of(MobilizeResources, "resources-in-kind", "Partners put in time, space and knowledge of their own", "Les partenaires donnent de leur temps, de leurs locaux et de leur savoir"),
    ];

    private static readonly Dictionary<string, EffectivenessIndicator> ById = All.ToDictionary(indicator => indicator.Indicator);

    public static EffectivenessIndicator? Find(string id) => ById.GetValueOrDefault(id);

    public static int Count(Function function) => All.Count(indicator => indicator.Function == function);

    private static EffectivenessIndicator Of(Function function, string id, string en, string fr) =>
        new() { Indicator = id, Function = function, Name = new Text { En = en, Fr = fr } };
}
