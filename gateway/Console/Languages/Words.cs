using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>
/// Everything the pages say themselves, in both languages side by side. The words are the field's own: in
/// French those in use among its practitioners in Canada.
/// </summary>
public sealed partial class Words(Language language)
{
    private string Say(string english, string french) => language == Language.French ? french : english;

    private string Some(int count, string one, string many, string une, string plusieurs)
    {
        var number = new Figures.Numbers(System.Globalization.CultureInfo.GetCultureInfo(Say("en-CA", "fr-CA"))).Count(count);
        // In French nought is singular.
        var single = language == Language.French ? count is 0 or 1 : count == 1;
        return number + " " + (single ? Say(one, une) : Say(many, plusieurs));
    }

    // The frame of every page
    public string Product => Say("Collective Impact", "Impact collectif");
    public string OtherLanguage => Say("Français", "English");
    public string LanguageChoice => Say("Language", "Langue");
    public string SkipToContent => Say("Skip to content", "Passer au contenu");
    public string YouAreHere => Say("You are here", "Vous êtes ici");
    public string Promise => Say(
        "Every figure is the exact sum of what was reported, each report counted once. Follow a figure to see what it is made of.",
        "Chaque chiffre est la somme exacte de ce qui a été déclaré, chaque déclaration comptée une seule fois. Suivez un chiffre pour voir de quoi il est fait.");
    public string Title(string page) => $"{page} \u2013 {Product}";
    public string Colon => Say(": ", "\u00A0: ");
    public string And => Say(" and ", " et ");

    // The nest
    public string TheNest => Say("The nest", "Le nid");
    public string EmptyNest => Say("No initiative has been registered yet.", "Aucune initiative n’est encore inscrite.");
    public string WhoIsIn => Say("Who is in the nest", "Qui fait partie du nid");
    public string NotAligned => Say("Not aligned with another initiative", "Sans alignement avec une autre initiative");
    public string AlignedDirectly => Say("Aligned directly", "Alignées directement");
    public string SharedWith => Say("shared with", "partagée avec");
    public string Initiatives(int count) => Some(count, "initiative", "initiatives", "initiative", "initiatives");
    public string Locals(int count) => Some(count, "local initiative", "local initiatives", "initiative locale", "initiatives locales");
    public string Provincials(int count) =>
        Some(count, "provincial initiative", "provincial initiatives", "initiative provinciale", "initiatives provinciales");
    public string FiguresAndFunctions(string name) => Say($"{name}: figures and functions", $"{name}\u00A0: chiffres et fonctions");
    public string AndMore(int count) => Say("and ", "et ") + Some(count, "more", "more", "autre", "autres");

    public string Measures(int provincial, int local) => (provincial, local) switch
    {
        (0, 0) => Say("No other initiative is aligned with it yet.", "Aucune autre initiative n’y est encore alignée."),
        (0, _) => Say($"Measured together by {Locals(local)}.", $"Mesuré ensemble par {Locals(local)}."),
        (_, 0) => Say($"Measured together by {Provincials(provincial)}.", $"Mesuré ensemble par {Provincials(provincial)}."),
        _ => Say(
            $"Measured together by {Provincials(provincial)} and {Locals(local)}.",
            $"Mesuré ensemble par {Provincials(provincial)} et {Locals(local)}."),
    };

    public string LevelOf(Level level) => level switch
    {
        Level.Local => Say("Local initiative", "Initiative locale"),
        Level.Provincial => Say("Provincial initiative", "Initiative provinciale"),
        Level.National => Say("National initiative", "Initiative nationale"),
        _ => Say("Initiative", "Initiative"),
    };

    // An initiative
    public string AlignedWith => Say("Aligned with", "Alignée avec");
    public string AlignedBelow(int count) =>
        Some(count, "initiative aligned with it", "initiatives aligned with it", "initiative alignée", "initiatives alignées");
    public string IdIs => Say("Identifier:", "Identifiant\u00A0:");
    public string Previous => Say("Previous", "Précédente");
    public string Next => Say("Next", "Suivante");
    public string FirstPage => Say("First page", "Première page");
    public string PageOf(int page, int pages) => Say($"Page {page} of {pages}", $"Page {page} de {pages}");
    public string Term(string? from, string? until) => (from, until) switch
    {
        ({ }, { }) => Say($"{from} to {until}", $"du {from} au {until}"),
        ({ }, null) => Say($"since {from}", $"depuis le {from}"),
        _ => Say($"until {until}", $"jusqu’au {until}"),
    };

    // Figures
    public string Figures => Say("Figures", "Chiffres");
    public string Figure => Say("Figure", "Chiffre");
    public string NoFigure => "\u2013";
    public string Period => Say("Period", "Période");
    public string RolledUp => Say("Rolled up", "Cumulé");
    public string Published => Say("Published", "Publié");
    public string Difference => Say("Difference", "Écart");
    public string Source => Say("Source", "Source");
    public string OutOf => Say("of", "sur");
    public string NotReported => Say("not reported", "non déclaré");
    public string NothingReported => Say("Nothing has been reported yet.", "Rien n’a encore été déclaré.");
    public string NoIndicators => Say("No indicator has been defined yet.", "Aucun indicateur n’est encore défini.");
    public string AllIndicators => Say("All indicators", "Tous les indicateurs");
    public string MoreIndicators => Say("More indicators", "Autres indicateurs");
    public string AsTable => Say("Figures in a table", "Chiffres en tableau");
    public string ExplainFigure => Say("See what this figure is made of", "Voir de quoi ce chiffre est fait");
    public string TotalOf(string name) => Say($"{name}, total", $"{name}, total");
    public string Broken => Say("Broken down", "Ventilation");
    public string AllCells(int count) => Say($"All {count} breakdowns", $"Les {count} ventilations");
    public string UnitIs => Say("unit", "unité") + Colon;
    public string Matches => Say("matches", "concorde");
    public string Differs => Say("differs", "diffère");
    public string Within(string tolerance) => Say($"within ±{tolerance}", $"à ±{tolerance} près");
    public string Beyond(string tolerance) => Say($"beyond ±{tolerance}", $"au-delà de ±{tolerance}");
    public string Contributions(int count) =>
        Some(count, "contribution", "contributions", "contribution", "contributions");
    public string PointsSince(int sign, string points, bool several, string period) =>
        Since(sign, Say($"{points} points", $"{points} {(several ? "points" : "point")}"), period);
    public string ShareSince(int sign, string share, string period) => Since(sign, share, period);

    public string? Better(Indicator.Types.Direction direction) => direction switch
    {
        Indicator.Types.Direction.Up => Say("higher is better", "le plus haut est le mieux"),
        Indicator.Types.Direction.Down => Say("lower is better", "le plus bas est le mieux"),
        _ => null,
    };

    public string KindOf(Indicator.Types.Kind kind) => kind switch
    {
        Indicator.Types.Kind.Ratio => Say("Rate", "Taux"),
        Indicator.Types.Kind.Mean => Say("Mean", "Moyenne"),
        Indicator.Types.Kind.Value => Say("Value per place", "Valeur par lieu"),
        _ => Say("Count", "Nombre"),
    };

    public string Total => Say("Total", "Total");
    public string ShownPerPlace => Say(
        "Figures of this kind, such as a median or an index, do not add up: there is no sum of them here. They are shown place by place.",
        "Les chiffres de cette nature, comme une médiane ou un indice, ne s’additionnent pas\u00A0: il n’y en a pas de somme ici. Ils sont présentés lieu par lieu.");
    public string ByPlaceFor => Say("Place by place:", "Lieu par lieu\u00A0:");
    public string ChartDescription(IEnumerable<string> figures) => string.Join("; ", figures) + ".";
    public string ChartFigure(string period, string? rolledUp, string? published) =>
        $"{period}{Colon}{rolledUp ?? NotReported}"
        + (published is null ? "" : Say($", published {published}", $", publié {published}"));

    // One figure, explained
    public string FigureExplained => Say("A figure explained", "Un chiffre expliqué");
    public string WhatAddsUp => Say("What it is made of", "De quoi il est fait");
    public string PlaceByPlace => Say("Place by place", "Lieu par lieu");
    public string ContributionsCaption => Say(
        "Contributions, in the order of the places’ identifiers.", "Contributions, selon l’ordre des identifiants des lieux.");
    public string AllFromCells => Say(
        "Each is added up from its place’s breakdown.", "Chacune est la somme de la ventilation du lieu.");
    public string Place => Say("Place", "Lieu");
    public string Received => Say("Received (UTC)", "Reçu (UTC)");
    public string Through => Say("through", "par l’entremise de");
    public string PartOf(string parent) => Say($"part of {parent}", $"part de {parent}");
    public string ReportedBy(string reporter) => Say($"reported by {reporter}", $"déclaré par {reporter}");
    public string FromCells => Say("added up from its breakdown", "somme de sa ventilation");
    public string OneAddsUp => Say("One contribution of", "Une contribution de");
    public string AddsUp(string count) => Say($"{count} contributions add up to", $"{count} contributions totalisent");
    public string EqualToFigure => Say("\u2013 exactly the figure.", "\u2013 exactement le chiffre.");
    public string NotEqualToFigure => Say("\u2013 not the figure as it stands.", "\u2013 et non le chiffre tel qu’il est.");
    public string NotYetReported(int count) => Say("Not yet reported: ", "Pas encore déclaré\u00A0: ")
        + Some(count, "place", "places", "lieu", "lieux");

    // The six functions
    public string Functions => Say("Who holds each function", "Qui exerce chaque fonction");
    public string WritesForAll => Say("Writes for all:", "Écrit pour tous\u00A0:");
    public string ProposedTo => Say("Proposed to", "Proposée à");
    public string By => Say("by", "par");
    public string Accepted => Say("Accepted by", "Acceptée par");
    public string Declined => Say("Declined by", "Refusée par");

    public string NameOf(Function function) => function switch
    {
        Function.GuideVisionAndStrategy => Say("Guide vision and strategy", "Guider la vision et la stratégie"),
        Function.SupportAlignedActivities => Say("Support aligned activities", "Soutenir les activités alignées"),
        Function.EstablishSharedMeasurement => Say("Establish shared measurement", "Établir la mesure partagée"),
        Function.BuildPublicWill => Say("Build public will", "Susciter la volonté publique"),
        Function.AdvancePolicy => Say("Advance policy", "Faire avancer les politiques publiques"),
        Function.MobilizeResources => Say("Mobilize resources", "Mobiliser les ressources"),
        _ => Say("Another function", "Une autre fonction"),
    };

    public string NameOf(FunctionState.Types.State state) => state switch
    {
        FunctionState.Types.State.Held => Say("Held", "Exercée"),
        FunctionState.Types.State.Shared => Say("Shared", "Partagée"),
        FunctionState.Types.State.Proposed => Say("Proposed", "Proposée"),
        FunctionState.Types.State.Overlap => Say("Overlap", "Chevauchement"),
        FunctionState.Types.State.Lapsed => Say("Lapsed", "Échue"),
        FunctionState.Types.State.Gap => Say("Gap", "Lacune"),
        _ => Say("Unknown", "Inconnu"),
    };

    public string? About(FunctionState.Types.State state) => state switch
    {
        FunctionState.Types.State.Proposed => Say("Nobody holds it; an answer is awaited.", "Personne ne l’exerce\u00A0; une réponse est attendue."),
        FunctionState.Types.State.Overlap => Say(
            "The next holder has accepted; the one before has not released it yet.",
            "La prochaine titulaire a accepté\u00A0; la précédente ne l’a pas encore cédée."),
        FunctionState.Types.State.Lapsed => Say(
            "Its term is over, and nobody has taken it up.", "Son terme est échu, et personne ne l’a reprise."),
        FunctionState.Types.State.Gap => Say("Nobody holds it.", "Personne ne l’exerce."),
        _ => null,
    };

    // What could not be shown
    public string NotFound => Say("Nothing here by that name", "Rien ici sous ce nom");
    public string NotFoundBecause => Say(
        "The nest knows no initiative or figure at this address. It may have been mistyped, or the initiative is not registered yet.",
        "Le nid ne connaît ni initiative ni chiffre à cette adresse. Elle contient peut-être une faute, ou l’initiative n’est pas encore inscrite.");
    public string Unreachable => Say("Out of reach for now", "Hors de portée pour l’instant");
    public string NothingToShow => Say("This page could not be put together.", "Cette page n’a pas pu être composée.");
    public string FiguresMissing => Say("These figures could not be reached.", "Ces chiffres n’ont pas pu être joints.");
    public string CellsMissing => Say("Some breakdowns could not be reached.", "Certaines ventilations n’ont pas pu être jointes.");
    public string TryAgain => Say(
        "Nothing is lost: the exchange catches up by itself. Try again in a moment.",
        "Rien n’est perdu\u00A0: l’échange se rattrape de lui-même. Réessayez dans un instant.");
    public string BackToNest => Say("Back to the nest", "Retour au nid");
    public string NodeUnreached => Say("The node that answers for it does not respond.", "Le nœud qui en répond est muet.");
    public string HolderUnreached(string holder) =>
        Say($"{holder} answers for it, and does not respond.", $"{holder} en répond, et ne répond pas.");

    public string Missing(Gap part) => part switch
    {
        Gap.Children => Say(
            "The initiatives aligned with it could not be listed.", "Les initiatives qui y sont alignées n’ont pas pu être énumérées."),
        Gap.Functions => Say(
            "Who holds its functions could not be asked.", "Il n’a pas été possible de savoir qui exerce ses fonctions."),
        _ => FiguresMissing,
    };

    private string Since(int sign, string amount, string period) => sign switch
    {
        < 0 => Say($"▼ {amount} lower than in {period}", $"▼ {amount} de moins qu’en {period}"),
        > 0 => Say($"▲ {amount} higher than in {period}", $"▲ {amount} de plus qu’en {period}"),
        _ => Say($"unchanged since {period}", $"inchangé depuis {period}"),
    };
}
