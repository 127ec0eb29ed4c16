namespace CollectiveImpact.Exchange.Documents;

/// <summary>Why a document may not be stored.</summary>
/// <param name="Class">What kind of reason it is, for counting.</param>
/// <param name="Text">What the document's sender is told.</param>
public sealed record RefusalReason(RefusalClass Class, string Text)
{
    /// <summary>A reason of no class of its own.</summary>
    public static implicit operator RefusalReason?(string? text) => text is null ? null : new(RefusalClass.Other, text);
}

/// <summary>Kinds of reasons: few, and always the same ones.</summary>
public enum RefusalClass
{
    /// <summary>It is malformed, or something that it builds on is not known.</summary>
    Other,

    /// <summary>It is not signed by its writer.</summary>
    Signature,

    /// <summary>Its writer does not hold the function, or no longer.</summary>
    Function,

    /// <summary>Nobody is known to have held the function in its epoch.</summary>
    Epoch,

    /// <summary>The initiative that it speaks for is hosted by another node.</summary>
    Hosting,

    /// <summary>This release does not know its kind.</summary>
    Kind,
}

/// <summary>Reasons of a class.</summary>
public static class RefusalClassExtensions
{
    /// <summary>A reason of this class, as the sender is told.</summary>
    public static RefusalReason Because(this RefusalClass @class, string text) => new(@class, text);

    /// <summary>The class as an attribute of metrics: `signature`, `function`, `epoch`, `hosting`, `kind` or `other`.</summary>
    public static string Word(this RefusalClass @class) => @class switch
    {
        RefusalClass.Signature => "signature",
        RefusalClass.Function => "function",
        RefusalClass.Epoch => "epoch",
        RefusalClass.Hosting => "hosting",
        RefusalClass.Kind => "kind",
        _ => "other",
    };
}
