namespace CollectiveImpact.Console.Languages;

/// <summary>The words of an import.</summary>
public sealed partial class Words
{
    public string ImportFigures => Say("Import a file of figures", "Importer un fichier de chiffres");
    public string ChooseFile => Say("Choose a file", "Choisir un fichier");
    public string FileHeading => Say("File", "Fichier");
    public string FileHint => Say("Comma separated (CSV), as spreadsheets save it, UTF-8, at most 5 MB.", "Valeurs séparées par des virgules ou des points-virgules (CSV), comme les tableurs les enregistrent, UTF-8, au plus 5\u00A0Mo.");
    public string LookAtFile => Say("Look at it first", "L’examiner d’abord");
    public string FileShape => Say("What the file must look like", "À quoi le fichier doit ressembler");
    public string FileColumns => Say(
        "A row is a figure. Needed: indicator, period, value. If you need them: cell (tenure=renter), denominator, part_of, initiative, reporter. No value means not reported; 0 is a figure. What the file says of a place, an indicator and a period replaces all that was reported there.",
        "Une ligne est un chiffre. Il faut\u00A0: indicator, period, value. Au besoin\u00A0: cell (tenure=renter), denominator, part_of, initiative, reporter. Une valeur vide veut dire non déclaré\u00A0; 0 est un chiffre. Ce que le fichier dit d’un lieu, d’un indicateur et d’une période remplace tout ce qui y était déclaré.");
    public string WhatWouldChange => Say("What it would change", "Ce qu’il changerait");
    public string ImportSure => Say("Nothing is stored yet. What is shown below becomes what is reported.", "Rien n’est encore enregistré. Ce qui est montré ci-dessous devient ce qui est déclaré.");
    public string ImportNow => Say("Import it", "L’importer");
    public string Imported(int reports) => Say("Imported. ", "Importé. ") + Some(reports, "report changed.", "reports changed.", "déclaration a changé.", "déclarations ont changé.");
    public string SeeFigures => Say("See the figures", "Voir les chiffres");
    public string ChangedFigures => Say("Figures that would change", "Chiffres qui changeraient");
    public string Stands => Say("Stands", "Actuel");
    public string WouldBe => Say("Would be", "Serait");
    public string PreviewCounts(int added, int changed, int unchanged) => Say("Reports", "Déclarations") + Colon
        + Say($"{added} new, {changed} changed, {unchanged} as they stand.", $"{added} nouvelles, {changed} modifiées, {unchanged} inchangées.");
    public string FileFaults(int count) => Some(count, "thing is wrong with the file", "things are wrong with the file", "erreur dans le fichier", "erreurs dans le fichier");
    public string MendFile => Say("Nothing of it was stored. Mend the file, and choose it again.", "Rien n’en a été enregistré. Corrigez le fichier, puis choisissez-le de nouveau.");
    public string Row => Say("Row", "Ligne");
    public string ColumnHeading => Say("Column", "Colonne");
    public string WhatIsWrong => Say("What is wrong", "Ce qui ne va pas");
    public string NoFile => Say("Choose a file that is not empty.", "Choisissez un fichier qui n’est pas vide.");
    public string FileTooLarge => Say("The file is larger than 5 MB: send it as several.", "Le fichier dépasse 5\u00A0Mo\u00A0: envoyez-le en plusieurs fois.");
    public string FileGone => Say("The file is no longer held here: choose it again.", "Le fichier n’est plus conservé ici\u00A0: choisissez-le de nouveau.");
    public string NotUtf8 => Say("The file is not UTF-8: save it as “CSV UTF-8”.", "Le fichier n’est pas en UTF-8\u00A0: enregistrez-le comme «\u00A0CSV UTF-8\u00A0».");
    public string EmptyFile(string columns) => Say($"There is no figure in it. Its first row names the columns: {columns}.", $"Il n’y a aucun chiffre. Sa première ligne nomme les colonnes\u00A0: {columns}.");
    public string BrokenQuote => Say("A quotation mark is not closed, or stands within a value: write it twice there.", "Un guillemet n’est pas fermé, ou se trouve dans une valeur\u00A0: écrivez-le deux fois.");
    public string UnknownColumn(string name, string columns) => Say($"“{name}” is no column of such a file; they are {columns}.", $"«\u00A0{name}\u00A0» n’est pas une colonne d’un tel fichier\u00A0; ce sont {columns}.");
    public string MissingColumn(string name, string columns) => Say($"The column “{name}” is missing; the columns are {columns}.", $"La colonne «\u00A0{name}\u00A0» manque\u00A0; les colonnes sont {columns}.");
    public string NoSuchId(string typed) => Say($"“{typed}” is no identifier of an initiative.", $"«\u00A0{typed}\u00A0» n’est pas l’identifiant d’une initiative.");
    public string NoSuchIndicator(string typed) => Say($"There is no indicator “{typed}” here; below stand those that there are.", $"Il n’y a pas d’indicateur «\u00A0{typed}\u00A0» ici\u00A0; la liste est plus bas.");
    public string NotAPeriod(string typed) => Say($"“{typed}” is no period; write it like 2026, 2026-Q3, 2026-07, 2026-W05 or 2025-09-01/2026-06-30.", $"«\u00A0{typed}\u00A0» n’est pas une période\u00A0; écrivez-la comme 2026, 2026-Q3, 2026-07, 2026-W05 ou 2025-09-01/2026-06-30.");
    public string NoNumber(string typed) => Say($"“{typed}” is no number.", $"«\u00A0{typed}\u00A0» n’est pas un nombre.");
    public string RowTwice(int line) => Say($"The same figure stands in row {line}: keep one of them.", $"Le même chiffre se trouve à la ligne {line}\u00A0: gardez-en un seul.");
}
