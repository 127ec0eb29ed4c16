using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.RecordForms;

/// <summary>What the page of a form shows.</summary>
/// <param name="Action">Where the form is sent.</param>
/// <param name="Back">Where one goes on without it.</param>
/// <param name="Revision">Of the record as it was read.</param>
public sealed record WritingModel(
    Initiative Initiative, Side Side, string Title, string Hint, string Action, string Back, string Revision,
    IReadOnlyList<Field> Fields, IReadOnlyList<WritingFault> Faults)
{
    /// <summary>Whether the record can be taken out.</summary>
    public bool MayRemove { get; init; }

    public WritingFault? FaultOf(Field field) => Faults.FirstOrDefault(fault => fault.Field == field.Name);

    public Field? FieldOf(WritingFault fault) => Fields.FirstOrDefault(field => field.Name == fault.Field && field.Kind != FieldKind.Hidden);
}
