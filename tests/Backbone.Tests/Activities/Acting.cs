using CollectiveImpact.Backbone.Tests.Network;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Activities;

/// <summary>What tests say about activities, in the nest of <see cref="TestNest"/>.</summary>
internal static class Acting
{
    public const string Canada = "ca", Ontario = "ca.on", Quebec = "ca.qc", Hamilton = "ca.on.hamilton", Toronto = "ca.on.toronto", Ottawa = "ca.ottawa-gatineau";

    /// <summary>Partners that every initiative has, and shares.</summary>
    public const string City = "city", Shelter = "shelter";

    public static readonly IReadOnlyList<string> Initiatives = [Canada, Ontario, Quebec, Hamilton, Toronto, Ottawa];

    /// <summary>The node at which an initiative is hosted.</summary>
    public static TestNode Host(this TestNest nest, string initiative) => initiative switch
    {
        Canada => nest.National,
        Ontario or Quebec => nest.Provincial,
        _ => nest.Local,
    };

    /// <summary>Every initiative holds the support of its activities itself, and has two partners.</summary>
    public static async Task PrepareAsync(this TestNest nest)
    {
        foreach (var initiative in Initiatives)
        {
            var node = nest.Host(initiative);
            await node.Charter.DeclareAsync(new DeclareRequest { Initiative = initiative, Function = Function.SupportAlignedActivities, Holders = { initiative } });
            foreach (var partner in new[] { City, Shelter }) await node.Join(initiative, partner);
        }
    }

    /// <summary>A local initiative hands the support of its activities over to a provincial one.</summary>
    public static async Task HandOverSupportAsync(this TestNest nest, string initiative, string to)
    {
        const Function function = Function.SupportAlignedActivities;
        await nest.Local.Charter.HandOverAsync(new HandOverRequest { Initiative = initiative, Function = function, To = { to } });
        await Until(
            async () => await nest.Provincial.Charter.RespondAsync(new RespondRequest
            {
                Initiative = initiative,
                Function = function,
                Responder = to,
                Answer = RespondRequest.Types.Answer.Accept,
            }),
            _ => true);
        foreach (var node in new[] { nest.Local, nest.Provincial })
        {
            await Until(
                async () => await node.Charter.GetFunctionMapAsync(new GetFunctionMapRequest { Initiative = initiative }),
                map => map.Functions.Single(state => state.Function == function).Writer == to);
        }
    }

    public static async Task<Partner> Join(this TestNode node, string initiative, string partner, Sharing sharing = Sharing.Shared) =>
        await node.Partners.SavePartnerAsync(new SavePartnerRequest
        {
            Initiative = initiative,
            Partner = new Partner
            {
                Initiative = initiative,
                Partner_ = partner,
                Kind = Partner.Types.Kind.Organisation,
                Name = new Text { En = partner },
                Sector = Sector.Government,
                Sharing = sharing,
            },
        });

    public static Activity An(string initiative, string id, Activity.Types.Status status = Activity.Types.Status.Planned) => new()
    {
        Initiative = initiative,
        Activity_ = id,
        Name = new Text { En = id, Fr = $"activité {id}" },
        Lead = City,
        Status = status,
        Sharing = Sharing.Shared,
    };

    public static Commitment Promise(string initiative, string id, string activity, string due, string partner = City) => new()
    {
        Initiative = initiative,
        Commitment_ = id,
        Activity = activity,
        Partner = partner,
        What = new Text { En = id },
        Due = due,
        State = Commitment.Types.State.Open,
        Sharing = Sharing.Shared,
    };

    public static async Task<Activity> Save(this TestNode node, Activity activity) =>
        await node.Activities.SaveActivityAsync(new SaveActivityRequest { Initiative = activity.Initiative, Activity = activity });

    public static async Task<Commitment> Save(this TestNode node, Commitment commitment) =>
        await node.Activities.SaveCommitmentAsync(new SaveCommitmentRequest { Initiative = commitment.Initiative, Commitment = commitment });

    public static async Task<Activity> Get(this TestNode node, string initiative, string id) =>
        await node.Activities.GetActivityAsync(new GetActivityRequest { Initiative = initiative, Activity = id });

    /// <summary>Waits until a node knows an activity.</summary>
    public static Task<Activity> Heard(this TestNode node, string initiative, string id, Func<Activity, bool>? isRight = null) =>
        Until(() => node.Get(initiative, id), activity => isRight?.Invoke(activity) ?? true);

    public static async Task<ListActivitiesResponse> List(this TestNode node, ListActivitiesRequest request) => await node.Activities.ListActivitiesAsync(request);

    public static async Task<ActivityCoverage> Coverage(this TestNode node, string initiative, GetCoverageRequest.Types.Subject by, string agenda = "") =>
        await node.Activities.GetCoverageAsync(new GetCoverageRequest { Initiative = initiative, By = by, Agenda = agenda, PageSize = 100 });

    /// <summary>A whole list, page by page.</summary>
    public static async Task<List<T>> All<T>(Func<string, Task<(IReadOnlyList<T> Items, string Next)>> page)
    {
        List<T> all = [];
        var token = "";
        do
        {
            var (items, next) = await page(token);
            all.AddRange(items);
            token = next;
        }
        while (token.Length > 0);
        return all;
    }

    public static string Day(this TestNest nest, int ahead) =>
        DateOnly.FromDateTime(nest.Clock.GetUtcNow().UtcDateTime).AddDays(ahead).ToString("yyyy-MM-dd");

    public static string Name(this NamedActivity activity) => $"{activity.Initiative}/{activity.Activity}";
}

/// <summary>What an activity says, word by word.</summary>
internal static class ActivityWords
{
    public static Activity On(this Activity activity, params string[] clauses)
    {
        activity.Clauses.Add(clauses);
        return activity;
    }

    public static Activity Towards(this Activity activity, params string[] indicators)
    {
        activity.Indicators.Add(indicators);
        return activity;
    }

    public static Activity From(this Activity activity, string from, string until)
    {
        (activity.From, activity.Until) = (from, until);
        return activity;
    }

    public static Activity Naming(this Activity activity, string[] dependsOn, string[] reinforces)
    {
        activity.DependsOn.Add(dependsOn);
        activity.Reinforces.Add(reinforces);
        return activity;
    }
}
