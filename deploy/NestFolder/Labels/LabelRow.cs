using CollectiveImpact.V1;

namespace CollectiveImpact.NestFolder.Labels;

/// <summary>A row of <c>cells.csv</c>: what people call a dimension, or one of its values.</summary>
/// <param name="Row">The line on which it stands.</param>
/// <param name="Of">The dimension, <c>tenure</c>, or the value, <c>tenure=renter</c>.</param>
/// <param name="Name">Its name, in at least one language.</param>
public sealed record LabelRow(int Row, string Of, Text Name)
{
    /// <summary>The dimension that it is, or of which it is a value.</summary>
    public string Dimension => Of.Split('=')[0];
}
