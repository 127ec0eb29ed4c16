using CollectiveImpact.Backbone.Activities;
using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Communication;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>Writes self-assessments. That this node may is settled before.</summary>
internal sealed class AssessmentWriting(SupportRecords records, ActivityRecords activities, CommunicationRecords communication, TimeProvider time)
{
    public Found<BackboneAssessment> Save(LogTransaction transaction, NodeStanding standing, string initiative, long epoch, BackboneAssessment assessment)
    {
        var payload = assessment.Clone();
        (payload.Initiative, payload.Assessment, payload.Revision, payload.Sharing) = ("", "", "", Sharing.Unspecified);
        payload.Functions.Clear();
        return records.Assessments.Save(
            transaction, initiative, assessment.Assessment, epoch, payload, assessment.Revision, assessment.Sharing,
            (former, sharing) => Check.Id("assessment", assessment.Assessment)
                ?? Check.PastDay("day", payload.Day, time.Today())
                ?? payload.Answers.Select((answer, i) => Fault(transaction, standing, initiative, answer, former, sharing)?.Within($"answers[{i}]")).FirstOrDefault(fault => fault is not null));
    }

    /// <summary>What is wrong with what an answer names. What it named before is not asked about again, unless it was kept until now.</summary>
    private CallFault? Fault(
        LogTransaction transaction, NodeStanding standing, string initiative, BackboneAssessment.Types.Answer answer, Found<BackboneAssessment>? former, Sharing sharing)
    {
        if (EffectivenessIndicators.Find(answer.Indicator) is null)
            return CallFault.NotFound("indicator", $"`{answer.Indicator}` is no indicator of a backbone's effectiveness; BackboneSupport.ListEffectivenessIndicators gives them");
        var before = former?.Record.Answers.FirstOrDefault(each => each.Indicator == answer.Indicator) ?? new BackboneAssessment.Types.Answer();
        var isShown = sharing == Sharing.Shared && former?.Sharing == Sharing.Kept;
        return Served.Each("indicators", answer.Indicators, before.Indicators, (field, name) => InLine.IndicatorFault(standing, initiative, field, name))
            ?? Served.Each("activities", answer.Activities, isShown ? [] : before.Activities, (field, name) => ActivityFault(transaction, standing, initiative, field, name, sharing))
            ?? Served.Each("stories", answer.Stories, before.Stories, (field, name) => StoryFault(transaction, initiative, field, name));
    }

    private CallFault? ActivityFault(LogTransaction transaction, NodeStanding standing, string initiative, string field, string reference, Sharing sharing)
    {
        var (owner, id) = RecordId.Parts(reference);
        if (InLine.Fault(standing, initiative, field, owner, "activities") is { } fault) return fault;
        if (activities.Activities.Find(transaction.Find, owner, id) is not { } found) return activities.Activities.Missing(owner, id, field);
        return sharing == Sharing.Shared && found.Sharing == Sharing.Kept
            ? CallFault.Invalid(field, $"`{reference}` is kept, and the assessment that names it is shared; keep both, or share both")
            : null;
    }

    private CallFault? StoryFault(LogTransaction transaction, string initiative, string field, string reference)
    {
        var (owner, id) = RecordId.Parts(reference);
        if (owner != initiative) return CallFault.Invalid(field, $"{Check.Shown(owner)} tells it; name stories of {initiative}");
        return communication.Stories.Find(transaction.Find, owner, id) is null ? communication.Stories.Missing(owner, id, field) : null;
    }
}
