using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>One look across levels, as of one moment: what is covered, what is done twice, what reinforces what.</summary>
internal sealed class ActivityLook
{
    private const int MostNamed = 10;

    private readonly ActivityRecords _records;
    private readonly IClauses _clauses;
    private readonly LogReader _reader;
    private readonly NodeStanding _standing;
    private readonly string _initiative;
    private readonly ActivityIndex _index;
    private readonly NestLine _line;
    private readonly InitiativeRanges _members;
    private readonly IReadOnlyList<string> _upper;
    private readonly Lazy<ILookup<string, Work>> _servedByUpper;
    private readonly Lazy<CountedLine> _counted;
    private readonly Dictionary<string, HashSet<string>> _named = [];
    private readonly Dictionary<string, ActivityMark?> _marks = [];
    private readonly Dictionary<string, Activity?> _found = [];

    public ActivityLook(ActivityRecords records, IClauses clauses, LogReader reader, NodeStanding standing, string initiative, DateOnly today)
    {
        (_records, _clauses, _reader, _standing, _initiative) = (records, clauses, reader, standing, initiative);
        _index = new ActivityIndex(reader.Query);
        _line = NestLine.Of(standing.Nest, initiative, today);
        (_members, _upper) = (_line.Ranges, _line.Upper);
        _servedByUpper = new(() => _upper.SelectMany(_index.ServedBy).ToLookup(served => served.Target, served => served.Work));
        _counted = new Lazy<CountedLine>(() => CountedLine.Of(reader, _line.Members));
    }

    /// <summary>What can be served, with who serves it; each with its place.</summary>
    public IEnumerable<(string Place, ActivityCoverage.Types.Row Item)> Coverage(GetCoverageRequest request) =>
        (request.By == GetCoverageRequest.Types.Subject.Clause ? Clauses(request.Agenda.Length > 0 ? request.Agenda : _initiative) : Indicators())
        .Where(subject => string.CompareOrdinal(subject.Place, request.PageToken) > 0)
        .Select(subject =>
        {
            // The first of them are looked at for duplicates, and named.
            var works = new Remembered<Work>(_index.Find(Wanted.Working(subject.Target), _members));
            return (subject.Place, works, row: Activities.Coverage.Row(subject, Counted(subject.Target), Pairs(subject.Target, works, AreLinked).Any()));
        })
        .Where(each => !request.Marked || each.row.Marks.Count > 0)
        .Select(each =>
        {
            each.row.Activities.AddRange(each.works.Take(MostNamed).Select(work => Named(work.Name, work.Mark)));
            return (each.Place, each.row);
        });

    /// <summary>What is done twice; each pair with its place.</summary>
    /// <param name="after">The place after which to go on; null: the beginning.</param>
    public IEnumerable<(string Place, ListDuplicatesResponse.Types.Pair Item)> AllPairs(PairPlace? after)
    {
        var targets = Targets();
        foreach (var target in targets)
        {
            if (after is not null && string.CompareOrdinal(target, after.Target) < 0) continue;
            var isResumed = target == after?.Target;
            var works = _index.Find(Wanted.Working(target), _members, isResumed ? after!.Lower.Initiative : "");
            foreach (var (upper, lower) in Pairs(target, works, SayThatTheyAreLinked))
            {
                if (isResumed && !after!.IsBefore(lower, upper)) continue;
                if (Both(upper, lower, target, targets) is { } pair) yield return (new PairPlace(target, lower, upper).Text, pair);
            }
        }
    }

    /// <summary>What names what; each with its place.</summary>
    /// <param name="request">Which edges.</param>
    /// <param name="after">The one after which to go on; null: the beginning.</param>
    public IEnumerable<(string Place, Reinforcement.Types.Edge Item)> Edges(GetReinforcementRequest request, Naming? after)
    {
        var namings = request.Below
            ? _index.Named("", after).Where(naming => _line.ContainsBelow(naming.From.Initiative) || _line.ContainsBelow(Owner(naming.To)))
            : Sorted.Merge(
                _index.Named($"{_initiative}/", after),
                _index.NamedBy(_initiative)
                    .Where(naming => Owner(naming.To) != _initiative && (after is null || string.CompareOrdinal(naming.Place, after.Place) > 0)),
                (one, other) => string.CompareOrdinal(one.Place, other.Place));
        return namings
            .Select(naming => (naming, broken: Breaks.Of(naming.From.Mark, Mark(naming.To), naming.Depends)))
            .Where(each => !request.Broken || each.broken != Reinforcement.Types.Break.Unspecified)
            .Select(each => (each.naming.Place, new Reinforcement.Types.Edge
            {
                From = Named(each.naming.From.Name, each.naming.From.Mark),
                To = Named(each.naming.To, Mark(each.naming.To)),
                Reinforces = each.naming.Reinforces,
                Depends = each.naming.Depends,
                Broken = each.broken,
            }));
    }

    private IEnumerable<Tally> Counted(string target) => _index.KindsThere
        .Where(_ => _counted.Value.HasPlaces)
        .SelectMany(kind => CountTable.Of(_reader, target, kind))
        .Where(counted => _counted.Value.HasAllOf(counted.Place))
        .Select(counted => ActivityMark.Counted(counted.Mark, counted.Many))
        .Concat(_counted.Value.Others.SelectMany(initiative => _index.Count(target, initiative)));

    private IEnumerable<Subject> Clauses(string agenda) => _clauses.InForce(_reader.Find, agenda).Select((clause, i) => new Subject(
        $"{i:D6}", $"{agenda}/{clause.Id}", ActivityTopic.Clause($"{agenda}/{clause.Id}"), clause.Number, clause.Text, clause.Kind == ClauseKind.Goal));

    private IEnumerable<Subject> Indicators() => _standing.Nest.Ancestors(_initiative).Append(_initiative)
        .SelectMany(definer => _standing.Indicators.DefinedBy(definer).Values)
        .Select(indicator => (Reference: $"{indicator.Initiative}/{indicator.Indicator_}", indicator.Name))
        .OrderBy(indicator => indicator.Reference, StringComparer.Ordinal)
        .Select(indicator => new Subject(
            indicator.Reference, indicator.Reference, ActivityTopic.Indicator(indicator.Reference), "", indicator.Name, IsOutcome: true));

    private IEnumerable<(Work Upper, Work Lower)> Pairs(string target, IEnumerable<Work> works, Func<Work, Work, bool> areLinked)
    {
        var uppers = _servedByUpper.Value[target].Where(work => work.Mark.IsWorking).ToLookup(work => work.Initiative);
        // Most of what a province plans for itself, nobody else serves.
        if (uppers.Count == 0 || (uppers.Count == 1 && _index.Count(target) == _servedByUpper.Value[target].Count(work => uppers.Contains(work.Initiative)))) return [];
        return Duplicates.Among(works, uppers, _line.Above, areLinked);
    }

    /// <summary>All that somebody who is above others in the line can serve together with them.</summary>
    private SortedSet<string> Targets()
    {
        var definers = _upper.ToHashSet();
        return new(
            _servedByUpper.Value.Select(served => served.Key).Where(target => definers.Contains(Owner(target[(target.IndexOf(' ') + 1)..]))), StringComparer.Ordinal);
    }

    /// <summary>A pair with all that both serve; null where it has its place at an earlier thing that they serve.</summary>
    private ListDuplicatesResponse.Types.Pair? Both(Work upper, Work lower, string target, SortedSet<string> targets)
    {
        if (Find(upper.Name) is not { } one || Find(lower.Name) is not { } other) return null;
        var clauses = one.Clauses.Intersect(other.Clauses).Order(StringComparer.Ordinal).ToList();
        var indicators = one.Indicators.Intersect(other.Indicators).Order(StringComparer.Ordinal).ToList();
        var first = clauses.Select(ActivityTopic.Clause).Concat(indicators.Select(ActivityTopic.Indicator)).FirstOrDefault(targets.Contains);
        return first != target ? null : new ListDuplicatesResponse.Types.Pair
        {
            Upper = Named(upper.Name, upper.Mark),
            Lower = Named(lower.Name, lower.Mark),
            Clauses = { clauses },
            Indicators = { indicators },
        };
    }

    private NamedActivity Named(string name, ActivityMark? mark)
    {
        var named = new NamedActivity { Initiative = Owner(name), Activity = name[(name.IndexOf('/') + 1)..] };
        if (mark is not { } known || Find(name) is not { } found) return named;
        (named.Name, named.Level, named.Status, named.From, named.Until) = (found.Name, known.Level, known.Status, known.From, known.Until);
        return named;
    }

    private Activity? Find(string name)
    {
        if (!_found.TryGetValue(name, out var found)) _found.Add(name, found = Read(Owner(name), name[(name.IndexOf('/') + 1)..]));
        return found;
    }

    private Activity? Read(string initiative, string id)
    {
        // Where a node keeps none to itself, the one document of an activity says all of it.
        if (_index.KeepsAny) return _records.Activities.Find(_reader.Find, initiative, id)?.Record;
        return _reader.Content(new DocumentKey(initiative, ActivityKind.Shared, id)) is { Deleted: false } content ? Activity.Parser.ParseFrom(content.Payload) : null;
    }

    private ActivityMark? Mark(string name)
    {
        if (!_marks.TryGetValue(name, out var mark)) _marks.Add(name, mark = _index.Mark(Owner(name), name[(name.IndexOf('/') + 1)..]));
        return mark;
    }

    // Thousands may name the upper one; it names fifty at most, and so does the lower.
    private bool AreLinked(Work upper, Work lower) => NamedBy(upper).Contains(lower.Name) || _index.Names(lower, upper.Name);

    /// <summary>The same where the lower one is read anyway.</summary>
    private bool SayThatTheyAreLinked(Work upper, Work lower) => NamedBy(upper).Contains(lower.Name)
        || (Find(lower.Name) is { } says && (says.DependsOn.Contains(upper.Name) || says.Reinforces.Contains(upper.Name)));

    private HashSet<string> NamedBy(Work work)
    {
        if (!_named.TryGetValue(work.Name, out var named)) _named.Add(work.Name, named = _index.NamedBy(work.Initiative, work.Id));
        return named;
    }

    private static string Owner(string name) => name[..name.IndexOf('/')];
}
