namespace CollectiveImpact.Console.RecordForms;

/// <summary>How a field is filled in.</summary>
public enum FieldKind
{
    Line,

    /// <summary>Text of several lines.</summary>
    Lines,

    /// <summary>An exact decimal, as the page's language writes it.</summary>
    Number,

    /// <summary>A day, <c>2026-09-01</c>.</summary>
    Day,

    /// <summary>One of its choices.</summary>
    Choice,

    /// <summary>Any of its choices; the value holds them a line each.</summary>
    Several,

    /// <summary>Goes along and is not shown.</summary>
    Hidden,
}
