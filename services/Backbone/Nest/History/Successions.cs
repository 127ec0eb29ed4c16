using System.Collections.Immutable;
using CollectiveImpact.V1;
using State = CollectiveImpact.V1.InitiativeSuccession.Types.State;

namespace CollectiveImpact.Backbone.Nest.History;

/// <summary>Which initiatives passed into which, and what these said of it: a value that changes by being replaced.</summary>
internal sealed class Successions
{
    private static readonly ImmutableSortedDictionary<DateOnly, KnownSuccession> NoneOf = ImmutableSortedDictionary<DateOnly, KnownSuccession>.Empty;

    private readonly ImmutableDictionary<string, ImmutableSortedDictionary<DateOnly, KnownSuccession>> _of;
    private readonly ImmutableDictionary<string, ImmutableHashSet<(string Initiative, DateOnly Day)>> _into;
    private readonly ImmutableDictionary<(string Successor, string Initiative, string Day), SuccessionAnswerRecord> _answers;

    private Successions(
        ImmutableDictionary<string, ImmutableSortedDictionary<DateOnly, KnownSuccession>> of,
        ImmutableDictionary<string, ImmutableHashSet<(string Initiative, DateOnly Day)>> into,
        ImmutableDictionary<(string Successor, string Initiative, string Day), SuccessionAnswerRecord> answers) => (_of, _into, _answers) = (of, into, answers);

    public static Successions None { get; } = new(
        ImmutableDictionary<string, ImmutableSortedDictionary<DateOnly, KnownSuccession>>.Empty,
        ImmutableDictionary<string, ImmutableHashSet<(string Initiative, DateOnly Day)>>.Empty,
        ImmutableDictionary<(string Successor, string Initiative, string Day), SuccessionAnswerRecord>.Empty);

    /// <summary>Those that ever passed, or are to.</summary>
    public IEnumerable<string> Passing => _of.Keys;

    /// <summary>What an initiative passes into, by day.</summary>
    public IEnumerable<KnownSuccession> Of(string initiative) => _of.GetValueOrDefault(initiative, NoneOf).Values;

    /// <summary>What passes into an initiative, by day; without its own going on.</summary>
    public IEnumerable<KnownSuccession> Into(string initiative) => _into.GetValueOrDefault(initiative, [])
        .Where(each => each.Initiative != initiative)
        .Select(each => _of[each.Initiative][each.Day])
        .OrderBy(each => each.Day).ThenBy(each => each.Initiative, StringComparer.Ordinal);

    public KnownSuccession? Find(string initiative, DateOnly day) => _of.GetValueOrDefault(initiative, NoneOf).GetValueOrDefault(day);

    /// <summary>What a successor said of a succession as it is now; null while it said nothing.</summary>
    public SuccessionAnswerRecord? Answer(KnownSuccession succession, string successor) =>
        _answers.TryGetValue((successor, succession.Initiative, succession.Id), out var answer) && answer.Revision == succession.Revision ? answer : null;

    public State StateOf(KnownSuccession succession)
    {
        var answers = succession.Others.Select(successor => Answer(succession, successor)?.Answer ?? InitiativeSuccession.Types.Answer.Unspecified).ToList();
        return answers.Contains(InitiativeSuccession.Types.Answer.Declined) ? State.Declined
            : answers.Contains(InitiativeSuccession.Types.Answer.Unspecified) ? State.Proposed : State.Standing;
    }

    /// <summary>The first standing succession of an initiative after a day, and not after another.</summary>
    public KnownSuccession? Next(string initiative, DateOnly after, DateOnly until) =>
        Of(initiative).FirstOrDefault(each => each.Day > after && each.Day <= until && StateOf(each) == State.Standing);

    /// <summary>All whom an initiative has come to be part of, by successions that stand, at any remove.</summary>
    public IReadOnlyList<string> Heirs(string initiative) =>
        Climb.From(initiative, each => Of(each).Where(succession => StateOf(succession) == State.Standing).SelectMany(succession => succession.Others));

    /// <summary>All that have passed into an initiative, at any remove, whether it stands or not.</summary>
    public IReadOnlyList<string> Forebears(string initiative) => Climb.From(initiative, each => Into(each).Select(succession => succession.Initiative));

    public Successions With(KnownSuccession succession)
    {
        var without = Without(succession.Initiative, succession.Day);
        var into = without._into.ToBuilder();
        foreach (var (successor, _) in succession.Shares)
            into[successor] = into.GetValueOrDefault(successor, []).Add((succession.Initiative, succession.Day));
        return new Successions(
            without._of.SetItem(succession.Initiative, without._of.GetValueOrDefault(succession.Initiative, NoneOf).SetItem(succession.Day, succession)),
            into.ToImmutable(), _answers);
    }

    public Successions Without(string initiative, DateOnly day)
    {
        if (Find(initiative, day) is not { } former) return this;
        var into = _into.ToBuilder();
        foreach (var (successor, _) in former.Shares) into[successor] = into[successor].Remove((initiative, day));
        var left = _of[initiative].Remove(day);
        return new Successions(left.IsEmpty ? _of.Remove(initiative) : _of.SetItem(initiative, left), into.ToImmutable(), _answers);
    }

    /// <param name="successor">Who answers.</param>
    /// <param name="succession">Initiative and day of what it answers.</param>
    /// <param name="answer">What it says; null: it takes that back.</param>
    public Successions With(string successor, (string Initiative, string Day) succession, SuccessionAnswerRecord? answer)
    {
        var key = (successor, succession.Initiative, succession.Day);
        return new Successions(_of, _into, answer is null ? _answers.Remove(key) : _answers.SetItem(key, answer));
    }
}
