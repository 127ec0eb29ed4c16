using CollectiveImpact.Console.Communication.Conversations;
using CollectiveImpact.Console.Communication.Digests;
using CollectiveImpact.Console.Communication.Speaking;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Together;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.Communication;

/// <summary>What is said, from channels to the digest.</summary>
internal static class CommunicationExtensions
{
    public static IServiceCollection AddCommunication(this IServiceCollection services) => services
        .AddSingleton<CommunicationReader>()
        .AddSingleton<DraftKeeping>()
        .AddSingleton<SpeakingForms>()
        .AddSingleton<ConversationReader>()
        .AddSingleton<ConversationPages>()
        .AddSingleton<OpeningForms>()
        .AddSingleton<DigestPages>();

    public static void MapCommunication(this PageRoutes pages)
    {
        pages.Read("/initiatives/{id}/communication", SidePages.Communication);
        pages.Read("/initiatives/{id}/channels/{of}/{channel}", ConversationPages.Channel);
        pages.Read("/initiatives/{id}/channels/{of}/{channel}/{thread}", ConversationPages.Thread);
        pages.Send("/initiatives/{id}/channels/{of}/{channel}/{thread}", ConversationPages.Say);
        pages.Read("/initiatives/{id}/digest", DigestPages.Digest);
        pages.Read("/initiatives/{id}/silent", DigestPages.Silent);
        pages.Form("/initiatives/{id}/open-channel", OpeningForms.Channel);
        pages.Form("/initiatives/{id}/open-thread/{channel}", OpeningForms.Thread);
        pages.Form("/initiatives/{id}/announce", SpeakingForms.Announce);
        pages.Form("/initiatives/{id}/tell", SpeakingForms.Tell);
        pages.Form("/initiatives/{id}/drafts", SpokenDrafts.List);
    }
}
