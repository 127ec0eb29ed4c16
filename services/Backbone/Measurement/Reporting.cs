using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>Writes of shared measurement. Each method runs within an operation on the log, and throws what is wrong.</summary>
internal sealed class Reporting(StandingRules rules, TimeProvider time)
{
    public Indicator Define(LogTransaction transaction, DefineIndicatorRequest request)
    {
        (Check.Id("initiative", request.Initiative) ?? IndicatorKind.Fault(request.Indicator))?.Throw();
        Check.Same("indicator.initiative", request.Indicator.Initiative, request.Initiative)?.Throw();
        var epoch = Epoch(request.Initiative, request.By);
        var indicator = request.Indicator.Clone();
        (indicator.Initiative, indicator.Revision) = (request.Initiative, 0);
        if (rules.Working.Indicators.Find(indicator.Initiative, indicator.Indicator_) is { } before) ChangeFault(transaction, before, indicator)?.Throw();
        transaction.Write(IndicatorKind.Key(indicator.Initiative, indicator.Indicator_), epoch, indicator);
        return rules.Working.Indicators.Find(indicator.Initiative, indicator.Indicator_)!;
    }

    /// <summary>Why a definition may not become another: figures stand that were reported under it.</summary>
    public CallFault? ChangeFault(LogTransaction transaction, Indicator before, Indicator after) =>
        IndicatorKind.ChangeFault(before, after) is { } fault && IsReported(transaction, before) ? fault : null;

    public ReportResponse Report(LogTransaction transaction, ReportRequest request)
    {
        var reporter = request.Reporter.Length == 0 ? request.Initiative : request.Reporter;
        (Check.Id("initiative", request.Initiative) ?? Check.Id("reporter", reporter))?.Throw();
        var epoch = Epoch(request.Initiative, request.By);
        var nest = rules.Working.Nest;
        rules.Working.Indicators.Resolve(nest, request.Initiative, "indicator", request.Indicator, out var indicator)?.Throw();
        if (indicator.Initiative != request.Initiative && !nest.Ancestors(request.Initiative).Contains(indicator.Initiative))
            CallFault.Invalid("indicator", $"{request.Initiative} is not aligned with {indicator.Initiative}, which defines it").Throw();
        Period.Read("period", request.Period, out var period)?.Throw();
        var key = new ReportKey(request.Initiative, IndicatorKey.Of(indicator), period.Text, reporter);
        if (request.Withdraw) return Withdraw(transaction, key, epoch, request);
        if (request.Observations.Count == 0)
            CallFault.Invalid("observations", "is empty; report at least one figure, or set `withdraw` to take the report back").Throw();

        ReportContent.AlignmentFault(nest, request.Initiative, period, request.Observations)?.Throw();
        ReportContent.Read(indicator, period, request.Observations, out var figures)?.Throw();
        if (!indicator.Adds()) CheckOnlyReporter(transaction, key);
        var (document, changed) = transaction.Write(key.Document, epoch, ReportContent.Write(figures, indicator));
        return new ReportResponse { Revision = document.Content.Revision, Changed = changed };
    }

    /// <summary>What stands where a report would be written; nothing where that can't be told.</summary>
    public IReadOnlyList<Observation> Standing(LogTransaction transaction, ReportRequest request)
    {
        if (rules.Working.Indicators.Resolve(rules.Working.Nest, request.Initiative, "indicator", request.Indicator, out var indicator) is not null
            || Period.Read("period", request.Period, out var period) is not null) return [];
        var key = new ReportKey(request.Initiative, IndicatorKey.Of(indicator), period.Text, request.Reporter.Length == 0 ? request.Initiative : request.Reporter);
        return transaction.Find(key.Document) is { Content: { Deleted: false } content } ? ReportRecord.Parser.ParseFrom(content.Payload).Observations : [];
    }

    /// <summary>Stores a published figure, and says whether that changed anything.</summary>
    public bool Publish(LogTransaction transaction, PublishedFigure request)
    {
        Check.Id("initiative", request.Initiative)?.Throw();
        var epoch = Epoch(request.Initiative, "");
        rules.Working.Indicators.Resolve(rules.Working.Nest, request.Initiative, "indicator", request.Indicator, out var indicator)?.Throw();
        PublishedKind.Read(indicator, request, out var key, out var published)?.Throw();
        if (!request.Withdraw) return transaction.Write(PublishedKind.Key(key), epoch, published).Changed;
        return transaction.Find(PublishedKind.Key(key)) is { Content.Deleted: false }
            && transaction.Write(PublishedKind.Key(key), epoch, null).Changed;
    }

    private long Epoch(string initiative, string by)
    {
        FunctionHolding.MayWrite(
            rules.Working, initiative, Function.EstablishSharedMeasurement, by, time.Today(), out var epoch)?.Throw();
        return epoch;
    }

    private static ReportResponse Withdraw(LogTransaction transaction, ReportKey key, long epoch, ReportRequest request)
    {
        if (request.Observations.Count > 0)
            CallFault.Invalid("withdraw", "is set, and there are observations; a report is taken back whole, or replaced").Throw();
        if (transaction.Find(key.Document) is not { Content.Deleted: false }) return new ReportResponse();
        var (document, changed) = transaction.Write(key.Document, epoch, null);
        return new ReportResponse { Revision = document.Content.Revision, Changed = changed };
    }

    private bool IsReported(LogTransaction transaction, Indicator indicator) => rules.Working.Nest.Ids.Any(initiative =>
        transaction.DocumentsBeginning(initiative, ReportKind.Kind, $"{IndicatorKey.Of(indicator)}/").Any(document => !document.Content.Deleted));

    /// <summary>Medians of two reporters make no median: of a place and a period there is one.</summary>
    private static void CheckOnlyReporter(LogTransaction transaction, ReportKey key)
    {
        var other = transaction.DocumentsBeginning(key.Initiative, ReportKind.Kind, $"{key.Indicator}/{key.Period}/")
            .Where(document => !document.Content.Deleted)
            .Select(document => ReportKey.Read(key.Initiative, document.Content.Id)!.Reporter)
            .FirstOrDefault(reporter => reporter != key.Reporter);
        if (other is not null)
            CallFault.Precondition("reporter", $"{other} reports {key.Indicator} for {key.Initiative} in {key.Period}, and values of several reporters do not add; withdraw that report first").Throw();
    }
}
