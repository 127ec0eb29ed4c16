namespace CollectiveImpact.Console.Languages;

/// <summary>The words of an import.</summary>
public sealed partial class Words
{
    public string ImportFigures => Say();
    public string ChooseFile => Say();
    public string FileHeading => Say();
    public string FileHint => Say();
    public string LookAtFile => Say();
    public string FileShape => Say();
    public string FileColumns => Say();
    public string WhatWouldChange => Say();
    public string ImportSure => Say();
    public string ImportNow => Say();
    public string Imported(int reports) => Say(nameof(Imported), Some(reports, "Imported.Reports"));
    public string SeeFigures => Say();
    public string ChangedFigures => Say();
    public string Stands => Say();
    public string WouldBe => Say();
    public string PreviewCounts(int added, int changed, int unchanged) => Say(nameof(PreviewCounts), added, changed, unchanged);
    public string FileFaults(int count) => Some(count);
    public string MendFile => Say();
    public string Row => Say();
    public string ColumnHeading => Say();
    public string WhatIsWrong => Say();
    public string NoFile => Say();
    public string FileTooLarge => Say();
    public string FileGone => Say();
    public string NotUtf8 => Say();
    public string EmptyFile(string columns) => Say(nameof(EmptyFile), columns);
    public string BrokenQuote => Say();
    public string UnknownColumn(string name, string columns) => Say(nameof(UnknownColumn), name, columns);
    public string MissingColumn(string name, string columns) => Say(nameof(MissingColumn), name, columns);
    public string NoSuchId(string typed) => Say(nameof(NoSuchId), typed);
    public string NoSuchIndicator(string typed) => Say(nameof(NoSuchIndicator), typed);
    public string NotAPeriod(string typed) => Say(nameof(NotAPeriod), typed);
    public string NoNumber(string typed) => Say(nameof(NoNumber), typed);
    public string RowTwice(int line) => Say(nameof(RowTwice), line);
}
