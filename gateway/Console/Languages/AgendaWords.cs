using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of the common agenda.</summary>
public sealed partial class Words
{
    public string NoAgenda => Say();
    public string Version(int version) => Say(nameof(Version), version);
    public string PutForwardOn(string day) => Say(nameof(PutForwardOn), day);
    public string InForceSince(string day) => Say(nameof(InForceSince), day);
    public string ServesClauseOf => Say();
    public string IsServedBy => Say();
    public string AlignedUpwards => Say();
    public string AlignedDownwards => Say();
    public string Drifting(int since) => Say(nameof(Drifting), since);
    public string WasJudgedAs => Say();
    public string NowReads => Say();

    // Drafting
    public string DraftAgenda => Say();
    public string DraftHint => Say();
    public string DraftMoved => Say();
    public string LookAtDraft => Say();
    public string TitleHeading => Say();
    public string TitleIn(Language language) => language == Language.French ? Say("TitleIn.French") : Say("TitleIn.English");
    public string TextIn(Language language) => language == Language.French ? Say("TextIn.French") : Say("TextIn.English");
    public string Clauses => Say();
    public string ClausesHint => Say();
    public string AnotherClause => Say();
    public string ClauseNumbered(string number) => Say(nameof(ClauseNumbered), number);
    public string NumberHeading => Say();
    public string KindHeading => Say();
    public string MoreClauses => Say();
    public string QuorumHeading => Say();
    public string AnsweredPercent => Say();
    public string AgreedPercent => Say();
    public string QuorumShort(Quorum? quorum) => quorum is null ? "–" : Say(nameof(QuorumShort), quorum.AnsweredPercent, quorum.AgreedPercent);
    public string SaveDraft => Say();
    public string SaveAndPutForward => Say();
    public string PutForward => Say();
    public string BackToDraft => Say();
    public string WhoRatifies => Say();
    public string NoRatifiers => Say();
    public string PutForwardSure(int clauses) => Say(nameof(PutForwardSure), Counted(clauses));

    // Versions
    public string Versions => Say();
    public string CompareVersions => Say();
    public string NothingToCompare => Say();
    public string VersionBefore => Say();
    public string VersionAfter => Say();
    public string FromTo(int from, int to) => Say(nameof(FromTo), from, to);
    public string WhatItChanges(int version) => Say(nameof(WhatItChanges), version);
    public string NothingDiffers => Say();

    public string NameOf(ClauseChange.Types.Change change) => change switch
    {
        ClauseChange.Types.Change.Added => Say("NameOf.ClauseChange.Added"),
        ClauseChange.Types.Change.Removed => Say("NameOf.ClauseChange.Removed"),
        ClauseChange.Types.Change.Moved => Say("NameOf.ClauseChange.Moved"),
        ClauseChange.Types.Change.Unchanged => Say("NameOf.ClauseChange.Unchanged"),
        _ => Say("NameOf.ClauseChange.Other"),
    };

    public string NameOf(AgendaVersion.Types.State state) => state switch
    {
        AgendaVersion.Types.State.InForce => Say("NameOf.AgendaVersionState.InForce"),
        AgendaVersion.Types.State.Replaced => Say("NameOf.AgendaVersionState.Replaced"),
        _ => Say("NameOf.AgendaVersionState.Other"),
    };

    // Ratifying
    public string RatifyAgenda => Say();
    public string RatifyFor => Say();
    public string RatifyHint => Say();
    public string OwnWording => Say();
    public string WordingHeading => Say();
    public string SaveAnswers => Say();
    public string AnswersSaved => Say();
    public string SeeAgenda => Say();
    public string WordingMissing(string number) => Say(nameof(WordingMissing), number);
    public string ReasonMissing(string number) => Say(nameof(ReasonMissing), number);

    public string AnswerOf(ClauseAnswer.Types.Answer answer) => answer switch
    {
        ClauseAnswer.Types.Answer.Adopts => Say("AnswerOf.Adopts"),
        ClauseAnswer.Types.Answer.Adapts => Say("AnswerOf.Adapts"),
        ClauseAnswer.Types.Answer.Declines => Say("AnswerOf.Declines"),
        _ => Say("AnswerOf.Other"),
    };

    // Aligning
    public string AlignClauses => Say();
    public string AlignHint => Say();
    public string AnswerAlignment => Say();
    public string KeepAlignment => Say();
    public string RealignTo => Say();
    public string Realign => Say();
    public string LetGo => Say();
    public string AlignAnother => Say();
    public string OwnClause => Say();
    public string ClauseAbove => Say();
    public string NoAgendaAbove => Say();
    public string NothingToAlign => Say();

    public string QuorumOf(int answered, int agreed, int have, int ratifiers) => Say(nameof(QuorumOf), answered, agreed, have, ratifiers);

    private string Counted(int clauses) => Some(clauses);

    public string Ratified(int adopted, int adapted, int declined, int unanswered)
    {
        List<string> counted = [];
        Add(adopted, Say("Ratified.Adopted", adopted));
        Add(adapted, Say("Ratified.Adapted", adapted));
        Add(declined, Say("Ratified.Declined", declined));
        Add(unanswered, Say("Ratified.Unanswered", unanswered));
        return string.Join(", ", counted);

        void Add(int count, string words)
        {
            if (count > 0) counted.Add(words);
        }
    }

    public string NameOf(ClauseAnswer.Types.Answer answer) => answer switch
    {
        ClauseAnswer.Types.Answer.Adapts => Say("NameOf.ClauseAnswer.Adapts"),
        ClauseAnswer.Types.Answer.Declines => Say("NameOf.ClauseAnswer.Declines"),
        _ => Say("NameOf.ClauseAnswer.Other"),
    };

    public string NameOf(Clause.Types.Kind kind) => kind switch
    {
        Clause.Types.Kind.Problem => Say("NameOf.ClauseKind.Problem"),
        Clause.Types.Kind.Definition => Say("NameOf.ClauseKind.Definition"),
        Clause.Types.Kind.Vision => Say("NameOf.ClauseKind.Vision"),
        Clause.Types.Kind.Principle => Say("NameOf.ClauseKind.Principle"),
        Clause.Types.Kind.Goal => Say("NameOf.ClauseKind.Goal"),
        Clause.Types.Kind.Strategy => Say("NameOf.ClauseKind.Strategy"),
        _ => Say("NameOf.ClauseKind.Other"),
    };
}
