using CollectiveImpact.V1;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Forms;

/// <summary>
/// What stands in the fields of a form, whether it was typed or is what a record says, and what is wrong with it. A text is
/// two fields, one a language: <c>name.en</c> and <c>name.fr</c>. Fields of one name are the rows of a list.
/// </summary>
public sealed class TypedForm
{
    private readonly Dictionary<string, List<string>> _fields = [];
    private readonly HashSet<string> _wrong = [];
    private readonly List<string> _faults = [];

    public TypedForm()
    {
    }

    internal TypedForm(IFormCollection form)
    {
        foreach (var (name, values) in form)
            _fields[name] = [.. values.Select(value => (value ?? "").Trim().ReplaceLineEndings("\n"))];
    }

    /// <summary>What is wrong, in the page's language.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Whether somebody else has written meanwhile what this form changes.</summary>
    public bool IsStale { get; private set; }

    /// <summary>What stands in a field; empty where there is none.</summary>
    public string this[string name] => At(name, 0);

    public int Rows(string name) => _fields.TryGetValue(name, out var values) ? values.Count : 0;

    public IReadOnlyList<string> All(string name) => _fields.TryGetValue(name, out var values) ? values : [];

    public string At(string name, int row) => _fields.TryGetValue(name, out var values) && row < values.Count ? values[row] : "";

    public bool Has(string name, string value) => All(name).Contains(value);

    /// <summary>A text in both languages, as far as it is given.</summary>
    public Text Text(string name, int row = 0) => new() { En = At(name + ".en", row), Fr = At(name + ".fr", row) };

    /// <summary>A field that may stay empty: null where neither language is given.</summary>
    public Text? TextOrNone(string name, int row = 0) => Text(name, row) is { } text && (text.En.Length > 0 || text.Fr.Length > 0) ? text : null;

    /// <summary>One of an enumeration; its first where nothing of it was chosen.</summary>
    public TEnum Choice<TEnum>(string name)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(this[name], out var chosen) && Enum.IsDefined(chosen) ? chosen : default;

    public TypedForm Add(string name, string value)
    {
        if (!_fields.TryGetValue(name, out var values))
            _fields[name] = values = [];
        values.Add(value);
        return this;
    }

    public TypedForm Add(string name, Text? text) => Add(name + ".en", text?.En ?? "").Add(name + ".fr", text?.Fr ?? "");

    public TypedForm AddAll(string name, IEnumerable<string> values)
    {
        foreach (var value in values)
            Add(name, value);
        return this;
    }

    /// <summary>What was typed here, and where nothing was, what another form holds.</summary>
    /// <param name="revision">How the names of revisions end: where what stands is another by now, it is that one's that goes along.</param>
    internal TypedForm Over(TypedForm standing, string revision)
    {
        foreach (var (name, values) in standing._fields)
            if (!_fields.ContainsKey(name) || (IsStale && name.EndsWith(revision, StringComparison.Ordinal)))
                _fields[name] = values;
        return this;
    }

    public bool IsWrong(string name) => _wrong.Contains(name);

    /// <summary>Says what is wrong with a field.</summary>
    public void Wrong(string name, string fault)
    {
        _wrong.Add(name);
        _faults.Add(fault);
    }

    /// <summary>Says why the node did not write it.</summary>
    internal void Refuse(string fault, bool isStale)
    {
        _faults.Add(fault);
        IsStale |= isStale;
    }
}
