using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.RecordForms;

/// <summary>
/// A form by which one record is written, new or in the place of what stands. One object serves one request: it reads
/// what stands, says its fields, takes what was typed into it, and saves it.
/// </summary>
internal abstract class WritingForm
{
    protected const int LongestText = 2_000;

    /// <summary>The side of the work that it belongs to, and to whose page it leads back.</summary>
    public abstract Side Side { get; }

    /// <summary>The function whose holder writes the record; null where the initiative itself does.</summary>
    public abstract Function? Function { get; }

    public required Asked Asked { get; init; }

    public required NestCalls Calls { get; init; }

    public abstract string Title { get; }

    /// <summary>What to know before it is filled in; may be empty.</summary>
    public virtual string Hint => "";

    /// <summary>The revision of what stands; it goes along with the form, so that nobody overwrites what he has not read.</summary>
    public abstract string Revision { get; set; }

    /// <summary>Where it leads when it is saved.</summary>
    public virtual string Back => Asked.Edition.Links.Side(Asked.Id, Side);

    protected Words Words => Asked.Words;

    /// <summary>Reads what stands, and what there is to choose from.</summary>
    public abstract Task<Outcome> Load();

    public abstract IEnumerable<Field> Fields();

    public abstract void Take(Typed typed);

    public abstract Task<Told> Save();

    /// <summary>Takes the record out at the revision that was read; null where it stands for good, or none stands yet.</summary>
    public virtual Func<string, Task<Told>>? Remove => null;

    /// <summary>A text in the page's language, and in the other.</summary>
    protected Field Text(string name, string label, Text? text, string path)
    {
        var (own, other) = Asked.Edition.Language == Language.French ? (text?.Fr, text?.En) : (text?.En, text?.Fr);
        return new(name, label, own ?? "")
        {
            Path = path,
            Other = new(OtherLanguage.NameOf(name, Asked.Edition.Other), Edition.TagOf(Asked.Edition.Other), other ?? ""),
        };
    }

    protected Field Prose(string name, string label, Text? text, string path) =>
        Text(name, label, text, path) with { Kind = FieldKind.Lines, MaxLength = LongestText };

    protected Field Day(string name, string label, string day, string path) => new(name, label, day) { Kind = FieldKind.Day, Path = path, MaxLength = 10 };

    protected Field Number(string name, string label, string number, string path) =>
        new(name, label, TypedNumber.Show(number, Asked.Edition.Language)) { Kind = FieldKind.Number, Path = path, MaxLength = 60 };

    /// <summary>One of an enum's values but the first, which is unspecified.</summary>
    protected static Field Choose<TChoice>(string name, string label, TChoice chosen, Func<TChoice, string> say, string path)
        where TChoice : struct, Enum => new(name, label, chosen.ToString())
        {
            Kind = FieldKind.Choice,
            IsRequired = true,
            Path = path,
            Choices = [.. Enum.GetValues<TChoice>().Where(value => Convert.ToInt32(value) != 0).Select(value => new Choice(value.ToString(), say(value)))],
        };

    protected Field Shared(Sharing sharing, string path) =>
        Choose("sharing", Words.SharingHeading, sharing == Sharing.Unspecified ? Sharing.Kept : sharing, Words.NameOf, path) with { Hint = Words.SharingHint };

    protected Choice Choice(string value, Text? name) =>
        Localized.Of(name, Asked.Edition.Language, value) is var said ? new(value, said.Value, said.Foreign) : new(value, value);

    /// <summary>One of the choices, or none. What stands and is none of them can be chosen too, or it would be lost.</summary>
    protected static Field OneOf(string name, string label, string chosen, string none, IEnumerable<Choice> choices, string path)
    {
        List<Choice> all = [new("", none), .. choices];
        return new(name, label, chosen) { Kind = FieldKind.Choice, Path = path, Choices = all.Any(choice => choice.Value == chosen) ? all : [.. all, new(chosen, chosen)] };
    }

    /// <summary>Any of the choices. What stands and is none of them can be chosen too, or it would be lost.</summary>
    protected static Field Several(string name, string label, IEnumerable<string> standing, IEnumerable<Choice> choices, string path)
    {
        var (chosen, all) = (standing.ToList(), choices.ToList());
        all.AddRange(chosen.Where(each => all.All(choice => choice.Value != each)).Select(each => new Choice(each, each)));
        return new(name, label, string.Join('\n', chosen)) { Kind = FieldKind.Several, Choices = all, Path = path };
    }
}
