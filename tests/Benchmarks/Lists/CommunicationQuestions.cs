using CollectiveImpact.V1;

namespace CollectiveImpact.Benchmarks.Lists;

/// <summary>The lists of communication.</summary>
internal static class CommunicationQuestions
{
    private const string Nation = NestSize.Nation, Busiest = "t0", Other = "t5";

    public static IEnumerable<Question> All(Clients to, (string Who, string Initiative)[] levels) =>
        [.. Talk(to, levels), .. Agreed(to, levels), .. News(to, levels), .. OfPeriods(to, levels)];

    private static IEnumerable<Question> Talk(Clients to, (string Who, string Initiative)[] levels)
    {
        var posts = new ListPostsRequest { Initiative = Nation, Channel = Told.Forum, Thread = Busiest };
        return
        [
            .. levels.Select(level => Question.Of(level.Who, to.Communication.ListChannelsAsync, new ListChannelsRequest { Initiative = level.Initiative })),
            Question.LastPageOf("the nation", to.Communication.ListChannelsAsync, new ListChannelsRequest { Initiative = Nation }),
            .. levels.Select(level => Question.Of($"{level.Who}, the nation's forum", to.Communication.ListThreadsAsync, new ListThreadsRequest { Initiative = level.Initiative, Of = Nation, Channel = Told.Forum })),
            Question.Of("the nation, few", to.Communication.ListThreadsAsync, new ListThreadsRequest { Initiative = Nation, Channel = Told.Forum, Text = "Question 29" }),
            Question.Of("the nation, none", to.Communication.ListThreadsAsync, new ListThreadsRequest { Initiative = Nation, Channel = Told.Forum, Text = "nothing of the kind" }),
            Question.Of("the nation, about a clause", to.Communication.ListThreadsAsync, new ListThreadsRequest { Initiative = Nation, Channel = Told.Forum, About = $"clause {Nation}/{Words.Clause(50)}" }),
            Question.LastPageOf("the nation", to.Communication.ListThreadsAsync, new ListThreadsRequest { Initiative = Nation, Channel = Told.Forum }),
            Question.Of("the nation, 15,000 posts", to.Communication.ListPostsAsync, posts),
            Question.Of("the nation, 15,000 posts, 1,000 a page", to.Communication.ListPostsAsync, new ListPostsRequest(posts) { PageSize = 1000 }),
            Question.LastPageOf("the nation, 15,000 posts", to.Communication.ListPostsAsync, posts),
            Question.Of("the nation, 15,000 posts, none", to.Communication.ListPostsAsync, new ListPostsRequest(posts) { Text = "nothing of the kind" }),
            Question.Of("the nation, a usual thread", to.Communication.ListPostsAsync, new ListPostsRequest(posts) { Thread = Other }),
            .. levels.Skip(1).Select(level => Question.Of($"{level.Who}, 15,000 posts", to.Communication.ListPostsAsync, new ListPostsRequest(posts) { Initiative = level.Initiative, Of = Nation })),
            .. levels.Select(level => Question.Of(level.Who, to.Communication.ListDraftsAsync, new ListDraftsRequest { Initiative = level.Initiative })),
        ];
    }

    private static IEnumerable<Question> Agreed(Clients to, (string Who, string Initiative)[] levels) =>
    [
        .. levels.Select(level => Question.Of($"below {level.Who}", to.Communication.ListMeetingsAsync, new ListMeetingsRequest { Initiative = level.Initiative, Below = true })),
        Question.Of("below the nation, 1,000 a page", to.Communication.ListMeetingsAsync, new ListMeetingsRequest { Initiative = Nation, Below = true, PageSize = 1000 }),
        Question.Of("below the nation, none", to.Communication.ListMeetingsAsync, new ListMeetingsRequest { Initiative = Nation, Below = true, From = Words.Day(2000) }),
        Question.LastPageOf("below the nation", to.Communication.ListMeetingsAsync, new ListMeetingsRequest { Initiative = Nation, Below = true }),
        .. levels.Select(level => Question.Of($"below {level.Who}", to.Communication.ListDecisionsAsync, new ListDecisionsRequest { Initiative = level.Initiative, Below = true })),
        Question.Of("below the nation, about a clause", to.Communication.ListDecisionsAsync, new ListDecisionsRequest { Initiative = Nation, Below = true, About = $"clause {Nation}/{Words.Clause(50)}" }),
        Question.Of("a local, about a clause", to.Communication.ListDecisionsAsync, new ListDecisionsRequest { Initiative = NestSize.Local(3), About = $"clause {Nation}/{Words.Clause(50)}" }),
        Question.LastPageOf("below the nation", to.Communication.ListDecisionsAsync, new ListDecisionsRequest { Initiative = Nation, Below = true }),
        .. levels.Select(level => Question.Of($"below {level.Who}", to.Communication.ListActionsAsync, new ListActionsRequest { Initiative = level.Initiative, Below = true })),
        Question.Of("below the nation, overdue", to.Communication.ListActionsAsync, new ListActionsRequest { Initiative = Nation, Below = true, State = ActionState.Overdue }),
        Question.Of("below the nation, none", to.Communication.ListActionsAsync, new ListActionsRequest { Initiative = Nation, Below = true, DueUntil = Words.Day(-2000) }),
        Question.LastPageOf("below the nation", to.Communication.ListActionsAsync, new ListActionsRequest { Initiative = Nation, Below = true }),
        Question.LastPageOf("below a province", to.Communication.ListActionsAsync, new ListActionsRequest { Initiative = NestSize.Province(3), Below = true }),
    ];

    private static IEnumerable<Question> News(Clients to, (string Who, string Initiative)[] levels) =>
    [
        .. levels.Select(level => Question.Of($"above {level.Who}", to.Communication.ListAnnouncementsAsync, new ListAnnouncementsRequest { Initiative = level.Initiative, Above = true })),
        Question.Of("above a local, that hold today", to.Communication.ListAnnouncementsAsync, new ListAnnouncementsRequest { Initiative = NestSize.Local(3), Above = true, HoldsOn = Words.Day(0) }),
        Question.LastPageOf("above a local", to.Communication.ListAnnouncementsAsync, new ListAnnouncementsRequest { Initiative = NestSize.Local(3), Above = true }),
        .. levels.Select(level => Question.Of($"below {level.Who}", to.Communication.ListStoriesAsync, new ListStoriesRequest { Initiative = level.Initiative, Below = true })),
        Question.Of("below the nation, 1,000 a page", to.Communication.ListStoriesAsync, new ListStoriesRequest { Initiative = Nation, Below = true, PageSize = 1000 }),
        Question.Of("below the nation, about a clause", to.Communication.ListStoriesAsync, new ListStoriesRequest { Initiative = Nation, Below = true, About = $"clause {Nation}/{Words.Clause(50)}" }),
        Question.Of("below a province, about a clause", to.Communication.ListStoriesAsync, new ListStoriesRequest { Initiative = NestSize.Province(3), Below = true, About = $"clause {Nation}/{Words.Clause(50)}" }),
        Question.Of("below the nation, none", to.Communication.ListStoriesAsync, new ListStoriesRequest { Initiative = Nation, Below = true, Until = Words.Day(-2000) }),
        Question.LastPageOf("below the nation", to.Communication.ListStoriesAsync, new ListStoriesRequest { Initiative = Nation, Below = true }),
        Question.LastPageOf("below a province", to.Communication.ListStoriesAsync, new ListStoriesRequest { Initiative = NestSize.Province(3), Below = true }),
    ];

    private static IEnumerable<Question> OfPeriods(Clients to, (string Who, string Initiative)[] levels) =>
    [
        .. levels.Select(level => Question.Of($"{level.Who}, a year", to.Communication.GetDigestAsync, new GetDigestRequest { Initiative = level.Initiative, From = Words.Day(-365), Until = Words.Day(0) })),
        Question.Of("the nation, a year, a person", to.Communication.GetDigestAsync, new GetDigestRequest { Initiative = Nation, Person = "partner-0", From = Words.Day(-365), Until = Words.Day(0) }),
        Question.Of("the nation, a week", to.Communication.GetDigestAsync, new GetDigestRequest { Initiative = Nation, From = Words.Day(-6), Until = Words.Day(0) }),
        Question.Of("the nation, nothing", to.Communication.GetDigestAsync, new GetDigestRequest { Initiative = Nation, From = Words.Day(2000), Until = Words.Day(2100) }),
        .. levels.Select(level => Question.Of(level.Who, to.Communication.ListSilentAsync, new ListSilentRequest { Initiative = level.Initiative })),
        Question.LastPageOf("a province, all", to.Communication.ListSilentAsync, new ListSilentRequest { Initiative = NestSize.Province(3), Since = Words.Day(0) }),
    ];
}
