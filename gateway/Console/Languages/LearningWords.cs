using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of learning: curves, what was to come of them, the stories behind them.</summary>
public sealed partial class Words
{
    // The curve
    public string TheCurve => Say("The curve", "La courbe");
    public string CurveMissing => Say("The curve could not be read.", "La courbe n’a pas pu être lue.");
    public string History => Say("As reported", "Déclaré");
    public string BaselineHeading => Say("Baseline", "Point de départ");
    public string Target => Say("Target", "Cible");
    public string Targets => Say("Targets", "Cibles");
    public string ForecastHeading => Say("If nothing changes", "Si rien ne change");
    public string Range => Say("Its range", "Sa fourchette");
    public string Between(string low, string high) => Say($"{low} to {high}", $"de {low} à {high}");
    public string ForecastOf(string figure, string period, string low, string high, int percent) => Say(
        $"If nothing changes, it will be {figure} in {period}: in {percent} of 100 cases between {low} and {high}.",
        $"Si rien ne change, ce sera {figure} en {period}\u00A0: dans {percent} cas sur 100, entre {low} et {high}.");
    public string NoForecast => Say("There is no forecast yet", "Il n’y a pas encore de prévision");
    public string TurnedBetter => Say("The curve has turned.", "La courbe s’est infléchie.");
    public string TurnedNot => Say("The curve has not turned.", "La courbe ne s’est pas infléchie.");
    public string TurnedWorse => Say("The curve has got worse.", "La courbe s’est dégradée.");
    public string TurnedSomewhere => Say("The curve has left its path.", "La courbe a quitté sa trajectoire.");
    public string AgainstExpected(string actual, string period, string low, string high, string baseline) => Say(
        $"It is {actual} in {period}. By the figures up to {baseline}, {low} to {high} was to come.",
        $"C’est {actual} en {period}. D’après les chiffres jusqu’à {baseline}, on attendait de {low} à {high}.");
    public string NoBaseline => Say(
        "No baseline is set: without one, nobody can say whether the curve has turned.",
        "Aucun point de départ n’est fixé\u00A0: sans lui, personne ne peut dire si la courbe s’est infléchie.");
    public string NoTurnYet => Say(
        "It can’t be said yet whether the curve has turned: up to the baseline there are fewer than four figures, or none after it.",
        "On ne peut pas encore dire si la courbe s’est infléchie\u00A0: il y a moins de quatre chiffres jusqu’au point de départ, ou aucun après.");
    public string CurveTable => Say("History, targets and forecast", "Historique, cibles et prévision");
    public string SetTargets => Say("Set baseline and targets", "Fixer le point de départ et les cibles");
    public string ChangeTargets => Say("Change baseline and targets", "Modifier le point de départ et les cibles");
    public string TargetsHint(string indicator) => Say(
        $"{indicator}: from which period progress is measured, and what the figure is to be by when. An empty row is left out.",
        $"{indicator}\u00A0: à partir de quelle période on mesure le progrès, et quel chiffre on vise pour quand. Une ligne vide est omise.");
    public string NoneSet => Say("None", "Aucun");
    public string TargetNumber(int number) => Say($"Target {number}", $"Cible {number}");
    public string TargetValue(Indicator.Types.Kind kind) => kind == Indicator.Types.Kind.Ratio
        ? Say("What it is to be, in percent", "Ce que ce doit être, en pour cent") : Say("What it is to be", "Ce que ce doit être");
    public string Breakdown => Say("Breakdown", "Ventilation");

    public string NameOf(TargetPoint.Types.State state) => state switch
    {
        TargetPoint.Types.State.Reached => Say("Reached", "Atteinte"),
        TargetPoint.Types.State.Missed => Say("Missed", "Manquée"),
        TargetPoint.Types.State.Undirected => Say("Reported", "Déclarée"),
        _ => Say("Open", "À venir"),
    };

    // What changed
    public string WhatChanged => Say("What changed", "Ce qui a changé");
    public string ChangedFromTo(string from, string to) => Say($"From {from} to {to}, the greatest part first", $"De {from} à {to}, la plus grande part d’abord");
    public string From => Say("From", "De");
    public string ChangeHeading => Say("Change", "Changement");
    public string OfTheRate => Say("Of the rate", "Du taux");
    public string OfTheMean => Say("Of the mean", "De la moyenne");
    public string ReportedItself => Say("Reported by itself", "Déclaré par elle-même");
    public string OthersTogether(int others) => Some(others, "other together", "others together", "autre", "autres ensemble");
    public string Show => Say("Show", "Afficher");
    public string ChangeMissing => Say("What changed could not be read.", "Ce qui a changé n’a pas pu être lu.");
    public string Points(string points, bool several) => Say($"{points} points", several ? $"{points} points" : $"{points} point");

    public string? About(FigureChange.Types.Coverage coverage) => coverage switch
    {
        FigureChange.Types.Coverage.New => Say("nothing reported before", "rien de déclaré avant"),
        FigureChange.Types.Coverage.Gone => Say("nothing reported since", "rien de déclaré depuis"),
        _ => null,
    };

    // Stories
    public string StoriesBehind => Say("The story behind the curve", "L’histoire derrière la courbe");
    public string NoStoriesYet => Say(
        "Nobody has told yet why this curve goes as it does.", "Personne n’a encore raconté pourquoi cette courbe va comme elle va.");
    public string WriteStory => Say("Write the story behind the curve", "Écrire l’histoire derrière la courbe");
    public string ChangeCurveStory => Say("Change the story", "Modifier l’histoire");
    public string StoryHint(string indicator) => Say(
        $"{indicator}: what is behind its curve, what works, what was chosen to do, and later what that did.",
        $"{indicator}\u00A0: ce qu’il y a derrière sa courbe, ce qui fonctionne, ce qu’on a choisi de faire et, plus tard, ce que cela a donné.");
    public string Behind => Say("What is behind it", "Ce qu’il y a derrière");
    public string WhatWorks => Say("What works", "Ce qui fonctionne");
    public string ActionsChosen => Say("Actions chosen", "Actions choisies");
    public string Outcome => Say("What they did", "Ce qu’elles ont donné");
    public string LookedAtOn => Say("Looked at on", "Examiné le");

    // The page of learning
    public string AllStories => Say("All", "Toutes");
    public string OnlyWhatWorks => Say("Those that say what works", "Celles qui disent ce qui fonctionne");
    public string NoStoriesHere => Say(
        "No story behind a curve has been written here or below. Open an indicator of the initiative: its curve is there, and the form to write its story.",
        "Aucune histoire derrière une courbe n’a été écrite ici ni aux paliers inférieurs. Ouvrez un indicateur de l’initiative\u00A0: sa courbe s’y trouve, avec le formulaire pour écrire son histoire.");
    public string NoneSaysWhatWorks => Say("None of the stories says what works yet.", "Aucune des histoires ne dit encore ce qui fonctionne.");
    public string OwnCurves => Say("Curves of this initiative", "Courbes de cette initiative");
    public string Crosswalks => Say("Local indicators beside core ones", "Indicateurs locaux à côté des indicateurs communs");
    public string CrosswalksCaption => Say("How they compare, with the figures of the latest period that has both", "Comment ils se comparent, avec les chiffres de la dernière période qui a les deux");
    public string LocalIndicator => Say("Local indicator", "Indicateur local");
    public string CoreIndicator => Say("Core indicator", "Indicateur commun");
    public string Comparable => Say("Comparable", "Comparables");
    public string Differences => Say("What is different", "Ce qui diffère");

    public string NameOf(Crosswalk.Types.Comparability comparability) => comparability switch
    {
        Crosswalk.Types.Comparability.Same => Say("The same", "Identiques"),
        Crosswalk.Types.Comparability.Nearly => Say("Nearly", "Presque"),
        Crosswalk.Types.Comparability.Not => Say("Not", "Non"),
        _ => Say("Not said", "Non précisé"),
    };

    public string NotComparedAsIs => Say(
        "Not to be held against each other as they are", "À ne pas comparer tels quels");
}
