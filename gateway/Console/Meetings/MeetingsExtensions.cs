using CollectiveImpact.Console.Layout;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.Meetings;

/// <summary>Meetings, from the call to the minutes.</summary>
internal static class MeetingsExtensions
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddSingleton<MeetingsReader>()
        .AddSingleton<MeetingPages>()
        .AddSingleton<MeetingForms>();

    public static void MapMeetings(this PageRoutes pages)
    {
        pages.Read("/initiatives/{id}/meetings", MeetingPages.List);
        pages.Send("/initiatives/{id}/meetings", MeetingPages.ChooseZone);
        pages.Form("/initiatives/{id}/call-meeting", MeetingForms.ShowCall, MeetingForms.Call);
        pages.Read("/initiatives/{id}/meetings/{meeting}", MeetingPages.One);
        pages.Send("/initiatives/{id}/meetings/{meeting}", MeetingPages.Change);
        pages.Form("/initiatives/{id}/meetings/{meeting}/change", MeetingForms.ShowChange, MeetingForms.Change);
        pages.Form("/initiatives/{id}/meetings/{meeting}/minutes", MeetingForms.ShowMinutes, MeetingForms.WriteMinutes);
    }
}
