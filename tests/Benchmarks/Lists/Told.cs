using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CollectiveImpact.Benchmarks.Lists;

/// <summary>An initiative that writes, one call after the other, what a real one would have.</summary>
/// <param name="clients">The service of its own level.</param>
/// <param name="initiative">Its id.</param>
/// <param name="seed">Tells it from the others.</param>
/// <param name="partners">How many it has.</param>
/// <param name="clauses">How many its agenda has.</param>
/// <param name="progress">Is told of every document.</param>
/// <param name="cancellationToken">Gives up.</param>
internal sealed class Told(Clients clients, string initiative, int seed, int partners, int clauses, LoadProgress progress, CancellationToken cancellationToken)
{
    public const string Forum = "forum";

    private const int KeptOf = 15;

    public async Task PartnersAsync()
    {
        string[] voices = ["newcomers", "youth", "inuit", "elders", "renters"];
        await Say(clients.Partners.SeekVoicesAsync, new SeekVoicesRequest
        {
            Initiative = initiative,
            Voices = { voices.Select(voice => new Voice { Voice_ = voice, Name = Words.Name(voice) }) },
        });
        for (var i = 0; i < partners; i++)
        {
            await Say(clients.Partners.SavePartnerAsync, new SavePartnerRequest
            {
                Initiative = initiative,
                Partner = new Partner
                {
                    Partner_ = Words.Partner(i),
                    Kind = Words.IsPerson(i) ? Partner.Types.Kind.Person : Partner.Types.Kind.Organisation,
                    Name = Words.Name($"Partner {i} of {initiative}"),
                    Sector = (Sector)(1 + (i + seed) % 9),
                    Ring = (Ring)(i % 5),
                    DesiredRing = (Ring)((i + 1) % 5),
                    Brings = Words.Paragraph(1),
                    Needs = Words.Paragraph(1),
                    LastHeard = i % 4 == 0 ? "" : Words.Day(-(i * 17 + seed) % 300),
                    Voices = { voices[i % voices.Length] },
                    Sharing = Words.IsPerson(i) ? Sharing.Kept : Sharing.Shared,
                },
            });
        }
    }

    /// <summary>Puts an agenda in force; those that come later word every twentieth clause anew.</summary>
    /// <param name="version">How manieth it is.</param>
    /// <param name="ratifiers">How many are asked, and answer.</param>
    public async Task AgendaAsync(int version, int ratifiers)
    {
        var revision = version == 1 ? "" : (await clients.Agenda.GetDraftAsync(new GetAgendaDraftRequest { Initiative = initiative }, cancellationToken: cancellationToken)).Revision;
        var draft = await Say(clients.Agenda.SaveDraftAsync, new SaveAgendaDraftRequest
        {
            Initiative = initiative,
            Revision = revision,
            Draft = new AgendaDraft
            {
                Title = Words.Name($"Agenda of {initiative}"),
                Quorum = new Quorum { AnsweredPercent = 60, AgreedPercent = 30 },
                Clauses = { Enumerable.Range(0, clauses).Select(i => Clause(i, i % 20 == 0 ? version : 1)) },
            },
        });
        var forward = await Say(clients.Agenda.PutForwardAsync, new PutForwardRequest
        {
            Initiative = initiative,
            Revision = draft.Revision,
            Ratifiers = { Enumerable.Range(0, ratifiers).Select(i => new Ratifier { Partner = Words.Partner(i), Name = Words.Name($"Partner {i}") }) },
        });
        for (var i = 0; i < ratifiers; i++)
        {
            var ratifier = i;
            await Say(clients.Agenda.RatifyAsync, new RatifyRequest
            {
                Initiative = initiative,
                Version = forward.Version,
                Ratifier = Words.Partner(ratifier),
                Answers = { forward.Clauses.Select((clause, at) => Answer(clause, at + ratifier)) },
            });
        }
    }

    /// <summary>Activities that serve its own agenda and one above it.</summary>
    public async Task ActivitiesAsync(int count, int commitments, Above? above)
    {
        for (var i = 0; i < count; i++)
        {
            var lead = Words.Organisation(seed + i, partners);
            var activity = new Activity
            {
                Activity_ = $"a{i}",
                Name = Words.Name($"Activity {i} of {initiative}"),
                Description = Words.Paragraph(3),
                Lead = lead,
                Partners = { new[] { Words.Organisation(seed + i + 1, partners), Words.Organisation(seed + i + 3, partners) }.Distinct().Where(each => each != lead) },
                Clauses = { $"{initiative}/{Words.WorkedOn(seed + i, clauses)}" },
                From = Words.Day((seed + i * 29) % 300 - 200),
                Until = Words.Day((seed + i * 29) % 300 - 200 + 30 + i * 7 % 120),
                Status = (Activity.Types.Status)(1 + (seed + i) % 4),
                Sharing = IsKept(i) ? Sharing.Kept : Sharing.Shared,
            };
            if (above is not null)
            {
                activity.Clauses.Add(new[] { 0, 7 }.Select(step => $"{above.Initiative}/{Words.WorkedOn(seed * 3 + i * 11 + step, above.Clauses)}").Distinct());
                if (i % 3 == 0) activity.Reinforces.Add($"{above.Initiative}/a{Shared((seed + i) % above.Activities)}");
            }

            activity.Indicators.Add($"{NestSize.Nation}/{NationLoad.Indicator((seed + i) % NationLoad.Indicators)}");
            if (i % 2 == 0) activity.Indicators.Add($"{NestSize.Nation}/{NationLoad.Indicator((seed + i + 7) % NationLoad.Indicators)}");
            if (i % 3 == 1) activity.DependsOn.Add($"{initiative}/a{i - 1}");
            await Say(clients.Activities.SaveActivityAsync, new SaveActivityRequest { Initiative = initiative, Activity = activity });
        }

        for (var i = 0; i < commitments; i++)
        {
            var at = i * 2 % count;
            var state = (Commitment.Types.State)(1 + (seed + i) % 3);
            await Say(clients.Activities.SaveCommitmentAsync, new SaveCommitmentRequest
            {
                Initiative = initiative,
                Commitment = new Commitment
                {
                    Commitment_ = $"k{i}",
                    Activity = $"a{at}",
                    Partner = Words.Organisation(seed + at, partners),
                    What = Words.Paragraph(1),
                    Due = Words.Day((seed + i * 31) % 120 - 60),
                    State = state,
                    KeptOn = state == Commitment.Types.State.Kept ? Words.Day(-i) : "",
                    Sharing = IsKept(at) ? Sharing.Kept : Sharing.Shared,
                },
            });
        }
    }

    public async Task AlignAsync(int count, Above above)
    {
        for (var i = 0; i < count; i++)
        {
            await Say(clients.Agenda.AlignClauseAsync, new AlignClauseRequest
            {
                Initiative = initiative,
                Clause = Words.WorkedOn(i * 2, clauses),
                Parent = above.Initiative,
                ParentClause = Words.WorkedOn(seed * 7 + i * 13, above.Clauses),
                Why = Words.Paragraph(1),
            });
        }
    }

    /// <summary>Channels and threads; the first channel reaches the nest.</summary>
    public async Task ChannelsAsync(int channels, int threads, int postsEach)
    {
        for (var i = 0; i < channels; i++)
        {
            await Say(clients.Communication.SaveChannelAsync, new SaveChannelRequest
            {
                Initiative = initiative,
                Channel = new CommunicationChannel { Channel = Channel(i), Name = Words.Name($"Channel {i}"), Purpose = Words.Paragraph(1), Reach = i % 2 == 0 ? Reach.Nest : Reach.Within },
            });
        }

        for (var i = 0; i < threads; i++)
        {
            await Say(clients.Communication.SaveThreadAsync, new SaveThreadRequest
            {
                Initiative = initiative,
                Thread = new DiscussionThread { Channel = Forum, Thread = $"t{i}", Subject = Words.Name($"Question {i}"), About = { $"clause {initiative}/{Words.WorkedOn(i, clauses)}" } },
            });
            for (var post = 0; post < postsEach; post++) await PostAsync("", $"t{i}");
        }
    }

    /// <summary>Posts in the forum of an initiative above; empty for its own.</summary>
    public async Task PostAsync(string of, string thread) => await Say(clients.Communication.SavePostAsync, new SavePostRequest
    {
        Initiative = initiative,
        Post = new Post { Of = of, Channel = Forum, Thread = thread, Author = Words.Organisation(seed, partners), Text = Words.Paragraph(4) },
    });

    public async Task MeetingsAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            string[] present = [.. Enumerable.Range(0, 6).Select(each => Words.Organisation(seed + i + each, partners)).Distinct()];
            var starts = DateTime.SpecifyKind(Words.Today.AddDays(-((seed * 3 + i * 61) % 360) + 20).ToDateTime(new TimeOnly(14, 0)), DateTimeKind.Utc);
            await Say(clients.Communication.SaveMeetingAsync, new SaveMeetingRequest
            {
                Initiative = initiative,
                Meeting = new Meeting
                {
                    Meeting_ = $"m{i}",
                    Name = Words.Name($"Meeting {i}"),
                    Starts = Timestamp.FromDateTime(starts),
                    Agenda = { Words.Paragraph(1), Words.Paragraph(1) },
                    Attendees = { present },
                    Minutes = Words.Paragraph(10),
                    Sharing = i % 5 == 4 ? Sharing.Kept : Sharing.Shared,
                    Decisions = { Enumerable.Range(0, 2).Select(each => new Decision { Decision_ = $"d{each}", Text = Words.Paragraph(1), About = { $"clause {NestSize.Nation}/{Words.WorkedOn(seed + i + each, NationLoad.Clauses)}" } }) },
                    Actions = { Enumerable.Range(0, 3).Select(each => new MeetingAction { Action = $"n{each}", What = Words.Paragraph(1), Owner = present[each % present.Length], Due = each == 2 ? "" : Words.Day((seed + i * 23 + each * 41) % 200 - 100), Done = (seed + i + each) % 3 == 0 ? Words.Day(-1) : "" }) },
                },
            });
        }
    }

    public async Task NewsAsync(int announcements, int stories, int drafts)
    {
        for (var i = 0; i < announcements; i++)
        {
            var day = -((seed * 3 + i * 37) % 360);
            await Say(clients.Communication.SaveAnnouncementAsync, new SaveAnnouncementRequest
            {
                Initiative = initiative,
                Announcement = new Announcement { Announcement_ = $"n{i}", Title = Words.Name($"News {i}"), Text = Words.Paragraph(6), Day = Words.Day(day), Until = i % 2 == 0 ? "" : Words.Day(day + 30) },
            });
        }

        for (var i = 0; i < stories; i++)
        {
            await Say(clients.Communication.SaveStoryAsync, new SaveStoryRequest
            {
                Initiative = initiative,
                Story = new Story { Story_ = $"s{i}", Title = Words.Name($"Story {i}"), Text = Words.Paragraph(8), Day = Words.Day(-((seed * 5 + i * 47) % 360)), About = { $"clause {NestSize.Nation}/{Words.WorkedOn(seed + i * 3, NationLoad.Clauses)}" }, Author = Words.Organisation(seed, partners) },
            });
        }

        for (var i = 0; i < drafts; i++)
            await Say(clients.Communication.SaveDraftAsync, new SaveDraftRequest { Initiative = initiative, Draft = new Draft { Draft_ = $"w{i}", Purpose = (Draft.Types.Purpose)(1 + i % 4), Subject = Words.Name("Being written"), Text = Words.Paragraph(2) } });
    }

    public async Task ProposeAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Say(clients.Proposals.ProposeAsync, new ProposeRequest
            {
                By = initiative,
                Proposal = new ChangeProposal { Proposal = $"r{i}", Initiative = NestSize.Nation, Function = i % 2 == 0 ? Function.EstablishSharedMeasurement : Function.GuideVisionAndStrategy, Title = Words.Name($"Proposal {i}"), Reason = Words.Paragraph(2) },
            });
        }
    }

    public Task ReportAsync(string indicator, string period, int value) => Say(clients.Measurement.ReportAsync, new ReportRequest
    {
        Initiative = initiative,
        Indicator = indicator,
        Period = period,
        Observations = { new Observation { Value = $"{value}" } },
    });

    /// <summary>Makes a call that writes a document.</summary>
    public async Task<TAnswer> Say<TRequest, TAnswer>(Func<TRequest, CallOptions, AsyncUnaryCall<TAnswer>> call, TRequest request)
    {
        var answer = await call(request, new CallOptions(cancellationToken: cancellationToken));
        progress.Count();
        return answer;
    }

    public static string Channel(int number) => number == 0 ? Forum : $"channel-{number}";

    private static bool IsKept(int activity) => activity % KeptOf == KeptOf - 1;

    private static int Shared(int activity) => IsKept(activity) ? activity - 1 : activity;

    private static Clause Clause(int number, int wording) => new()
    {
        Clause_ = Words.Clause(number),
        Number = $"{number / 5 + 1}.{number % 5 + 1}",
        Kind = (number % 5) switch
        {
            0 => V1.Clause.Types.Kind.Goal,
            1 or 2 => V1.Clause.Types.Kind.Strategy,
            3 => V1.Clause.Types.Kind.Action,
            _ => V1.Clause.Types.Kind.Principle,
        },
        Text = Words.Paragraph(1 + wording),
    };

    private static ClauseAnswer Answer(Clause clause, int number) => (number % 7) switch
    {
        0 => new ClauseAnswer { Clause = clause.Clause_, Answer = ClauseAnswer.Types.Answer.Adapts, Wording = Words.Paragraph(1), Reason = Words.Paragraph(1) },
        1 => new ClauseAnswer { Clause = clause.Clause_, Answer = ClauseAnswer.Types.Answer.Declines, Reason = Words.Paragraph(1) },
        _ => new ClauseAnswer { Clause = clause.Clause_, Answer = ClauseAnswer.Types.Answer.Adopts },
    };
}

/// <summary>An initiative above, as far as those below name what it has.</summary>
internal sealed record Above(string Initiative, int Clauses, int Activities);
