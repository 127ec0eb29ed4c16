using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>What of a fund, or of several in one currency, went which way; in the currency's smallest unit.</summary>
internal readonly record struct Holding(
    long Received, long Accepted, long Declined, long SentBack, long Allocated, long Spent, long Refunded, long Returned, long Committed)
{
    public long In => checked(Received + Accepted + Declined + SentBack);

    public long Out => checked(Allocated + Spent + Refunded + Returned);

    public long Unspent => checked(In - Out);

    public long Available => checked(Unspent - Committed);

    public long TakenBack => checked(Declined + SentBack);

    public static Holding operator +(Holding a, Holding b) => checked(new(
        a.Received + b.Received, a.Accepted + b.Accepted, a.Declined + b.Declined, a.SentBack + b.SentBack, a.Allocated + b.Allocated,
        a.Spent + b.Spent, a.Refunded + b.Refunded, a.Returned + b.Returned, a.Committed + b.Committed));

    /// <summary>This with so much more of one flow.</summary>
    public Holding With(Flow flow, long units) => checked(flow switch
    {
        Flow.Received => this with { Received = Received + units },
        Flow.Accepted => this with { Accepted = Accepted + units },
        Flow.Declined => this with { Declined = Declined + units },
        Flow.SentBack => this with { SentBack = SentBack + units },
        Flow.Allocated => this with { Allocated = Allocated + units },
        Flow.Spent => this with { Spent = Spent + units },
        Flow.Refunded => this with { Refunded = Refunded + units },
        Flow.Returned => this with { Returned = Returned + units },
        Flow.Committed => this with { Committed = Committed + units },
        Flow.Settled => this with { Committed = Committed - units },
        _ => throw new ArgumentOutOfRangeException(nameof(flow), flow, "no such flow"),
    });

    public Balance Show(string currency) => new()
    {
        Currency = currency,
        Received = Amount.Write(Received + Accepted, currency),
        Allocated = Amount.Write(Allocated, currency),
        TakenBack = Amount.Write(TakenBack, currency),
        Spent = Amount.Write(Spent, currency),
        Returned = Amount.Write(Refunded + Returned, currency),
        Unspent = Amount.Write(Unspent, currency),
        Committed = Amount.Write(Committed, currency),
        Available = Amount.Write(Available, currency),
    };
}
