using System.Reflection;
using System.Text.RegularExpressions;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;
using Google.Protobuf.Reflection;

namespace CollectiveImpact.Console.Tests.Languages;

/// <summary>The resource files of the pages' texts.</summary>
public sealed partial class TextsTests
{
    private static readonly Texts English = Texts.Of(Language.English);
    private static readonly Texts French = Texts.Of(Language.French);

    [Fact]
    public void every_text_stands_in_both_languages() => Assert.Equal(English.Names.Order(), French.Names.Order());

    [Fact]
    public void no_text_is_empty() => Assert.All([English, French], texts => Assert.All(texts.Names, name => Assert.NotEqual("", texts[name].Trim())));

    [Fact]
    public void a_text_puts_the_same_in_both_languages() =>
        Assert.All(English.Names, name => Assert.Equal(Holes(English[name]), Holes(French[name])));

    [Fact]
    public void every_text_is_said_somewhere_and_every_text_that_is_said_is_there()
    {
        var said = ConstantStrings.In(typeof(Words)).Where(text => Name().IsMatch(text));
        var there = English.Names.Where(name => !name.StartsWith(Words.CallPrefix, StringComparison.Ordinal));
        Assert.Equal(Singular(there), Singular(said));
    }

    [Fact]
    public void every_call_of_the_contract_that_changes_something_has_a_name_in_the_trail()
    {
        string[] ofOperators = ["Operator", "Exchange"];
        var changing = Contract.Where(service => !ofOperators.Contains(service.Name))
            .SelectMany(service => service.Methods)
            .Where(method => method.GetOptions()?.IdempotencyLevel != MethodOptions.Types.IdempotencyLevel.NoSideEffects)
            .Select(method => $"{Words.CallPrefix}{method.Service.Name}.{method.Name}");
        Assert.Equal([], changing.Except(English.Names));
    }

    private static IEnumerable<ServiceDescriptor> Contract => typeof(ActivitiesReflection).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal))
        .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
        .OfType<FileDescriptor>()
        .SelectMany(file => file.Services);

    private static IEnumerable<string> Singular(IEnumerable<string> names) => names.Select(name => Plural().Replace(name, "")).Distinct().Order();

    private static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\.(one|other)$")]
    private static partial Regex Plural();

    [GeneratedRegex(@"^[A-Z]\w*(\.\w+)*$")]
    private static partial Regex Name();
}
