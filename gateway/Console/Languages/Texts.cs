using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace CollectiveImpact.Console.Languages;

/// <summary>The texts of the pages in one language, from the resource files: <c>Texts/Agenda.resx</c> is English, <c>Texts/Agenda.fr.resx</c> French.</summary>
internal sealed class Texts
{
    private const string Files = "CollectiveImpact.Console.Languages.Texts.";
    private static readonly Texts English = new(CultureInfo.InvariantCulture);
    private static readonly Texts French = new(CultureInfo.GetCultureInfo("fr"));

    private readonly FrozenDictionary<string, string> _texts;

    private Texts(CultureInfo culture)
    {
        var assembly = typeof(Texts).Assembly;
        _texts = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Files, StringComparison.Ordinal))
            .Select(name => new ResourceManager(Path.GetFileNameWithoutExtension(name), assembly))
            // What one language lacks is not taken from the other: a reader would not know, and a test could not tell.
            .SelectMany(file => file.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.Cast<DictionaryEntry>() ?? [])
            .ToDictionary(text => (string)text.Key, text => (string)text.Value!)
            .ToFrozenDictionary();
    }

    /// <summary>The names of all texts.</summary>
    public IReadOnlyCollection<string> Names => _texts.Keys;

    public static Texts Of(Language language) => language == Language.French ? French : English;

    /// <summary>Null where there is none of that name.</summary>
    public string? Find(string name) => _texts.GetValueOrDefault(name);

    /// <exception cref="KeyNotFoundException">There is no text of that name in this language.</exception>
    public string this[string name] =>
        _texts.TryGetValue(name, out var text) ? text : throw new KeyNotFoundException($"there is no text “{name}” in this language");
}
